/**
 * Binds a figure to what it counts. Chinese reports put the noun on the left far more often (演练4次) than on the
 * right (4次演练); without a segmenter the nearest verb or boundary cuts the phrase.
 */

/** Words between noun and number that carry no meaning of their own. */
const LEAD_IN =
  /(?:双双|总数|数量|合计|共计|总计|总共|累计|共有|现有|均为|均达到|均达|均|都|达到了|达到|达|为|是|有|至|到|约|共|计|各|仅|已|分别|近|了|超过|也|只|:|:)+$/;
/** Verbs that open the phrase; the noun stands behind the last of them. */
const VERBS =
  '辖区内?(?:共|现)?有|涉及|划分为?|划定|聘任|聘用|招募|选任|吸纳|登记|摸排|审核|出具|办结|结案|罚没|收缴|投放|安装|接入|签订|签署|代写|推出|组织开展|组织召开|组织举办|先后召开|先后开展|开展|举办|举行|召开|组织|进行|实施|设立|设有|下设|建立|建成|建有|新建|新增|成立|组建|打造|创建|聘请|选聘|配备|配有|配置|拥有|实有|下辖|办理|受理|接收|收到|承办|化解|调解|调处|制定|出台|修订|印发|发放|派发|发送|推送|查处|排查|整改|完成|实现|接待|审查|提供|编制|梳理|清理|公布|公示|公开|邀请|命名|评选|培育|参加|覆盖|惠及|动员|出动|张贴|悬挂|播放|制作|印制|投入|支出|挽回|追回|解答|解决|处置|处理|立案|检查|巡查|走访|回访|联系|累计|其中|包括|并|通过|全年|年内|期间|以来|我[乡镇]|全[乡镇]|目前|现有|共有|我街道|(?<!下)辖(?!区)|(?<!公)共|(?<=^|[镇乡区办所站队道])设';
const LAST_VERB = new RegExp(
  `^[\\s\\S]*(?:${VERBS})(?!员|委|组织|中心|室|工作|率|经费|资金|人员|栏|平台|机制|协议|$)了?`,
);
/** A right-hand phrase that begins so is a predicate, not a noun. */
const PREDICATE =
  /^(?:列席|出席|参与|协助|提供|担任|累计|共|全年|年内|经|按|以上|以下|左右|进行|参加|开展|对|由|被|用于|到|为|在(?![编册职岗])|已|均|全部|都|并|及|比|较|同比|环比|下降|增长|上升|降[至到]|升[至到]|增[至到]|减[至到]|提高|减少|增加|占|和|与|或|的|以|至|不|未|是|即|分别|其中|包括|组成|受|把|将|给|获|得到|通过|接受|取得|持(?!证人员)|落实|完成|实行|建立|建成|设立|设|召开|举办|组织|发放|全覆盖|覆盖|实现|,|。|、|;|,|;|\)|:|:|!|!|\n|"|”|\s)/;
/** Where a right-hand noun ends. */
const NOUN_END =
  /(?<=村)村|中(?=出庭|有|的|开展|[,。]|$)|得到|每[村人户名个]|的|成为|落实|出具|轮流|正在|人人|逐一|逐案|逐个|逐件|主要(?=集中|分布|涉及|为|是|从事)|户户|家家|个个|带动|吸引|惠及|覆盖(?!率)|受理|化解|解答|发放|[,,。;;::!!??、\n\r()“”"《》\s]|全年|年内|累计|列席|出席|参与|协助|全部|均|都|已|全覆盖|进行|参加|开展|通过|持证|实现|建立|建成|建起|设立|负责|开设|配备|组成|比上年|较上年|同比|占|和|与|及|并|分别|对(?!象|口|账|策)|在(?![编册职岗])|(?<!行)为|用于|接受|取得|完成|实行|召开|无一|未|被|没有|\d/;

export interface NounPlace {
  readonly phrase: string;
  readonly after: string;
  readonly unit: string;
  /** Phrase of the clause before, for figures whose own clause names nothing. */
  readonly previous: string;
}

export interface BoundNoun {
  readonly noun: string;
  readonly right: boolean;
}

/** Where no verb that is known ends the noun, its head does. */
const HEAD = /^(?:行政村|自然村|村民小组|村\(社区\)|村居|社区|网格|调委会|村)/;
const LONGEST_HEADED = 8;
const LONGEST_NOUN = 16;
const LONGEST_RATE = 24;

/** 一年来某中心…: when, which names nothing. */
const SINCE = /^[、,]?(?:一年来|今年以来)/;

export function stripLeadIn(phrase: string): string {
  return phrase.replace(/[\s\u3000]+/g, '').replace(LEAD_IN, '');
}

export function bindNoun(place: NounPlace): BoundNoun {
  const left = leftNoun(place.phrase);
  if (place.unit === '%' || place.unit === '个百分点') {
    const rate = stripLeadIn(place.phrase).replace(/^[、,;:]+(?:其中)?/, '');
    return { noun: (rate || stripLeadIn(place.previous)).slice(-LONGEST_RATE), right: false };
  }
  const right = rightNoun(place.after);
  if (right !== '') return { noun: right, right: true };
  return { noun: left || leftNoun(place.previous), right: false };
}

function rightNoun(text: string): string {
  // 138名“法律明白人”: the quotes are part of the name.
  const after = text.replace(/^[“"]([\u4e00-\u9fff]{2,8})[”"]/, '$1');
  if (after === '' || PREDICATE.test(after)) return '';
  // 村(居)法律顾问: a short aside belongs to the noun.
  const masked = after.replace(/[(]([^()\d,。;]{1,6})[)]/g, (aside) => '□'.repeat(aside.length));
  const cut = masked.search(NOUN_END);
  const noun = cut < 0 ? after : after.slice(0, cut);
  const head = HEAD.exec(noun)?.[0];
  if (head !== undefined && noun.length > LONGEST_HEADED) return head;
  return noun.length > LONGEST_NOUN ? '' : noun;
}

function leftNoun(phrase: string): string {
  const bare = stripLeadIn(phrase).replace(SINCE, '');
  const verb = LAST_VERB.exec(bare)?.[0].length ?? 0;
  const noun = bare
    .slice(verb)
    .replace(/^(?:的|了|对|各类|各种)/, '')
    .replace(/^[、,:;]+/, '');
  return (noun === '' ? bare : noun).slice(-LONGEST_NOUN);
}
