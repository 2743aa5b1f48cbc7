import { stripLeadIn } from './nouns.ts';
import type { Reading } from './types.ts';

/** What a count is said of, whatever the order of its words: 排查化解信访积案11件 and 信访积案排查化解13件 are one thing. */
export interface Thing {
  /** What is counted: 信访积案. */
  readonly noun: string;
  /** What was done with it, where that changes the count: 排查, 化解. */
  readonly acts: readonly string[];
  /** Who or where, as written in front of it: 便民服务大厅. */
  readonly subject: string;
}

/** Verbs that make another count of the same things; not where they are part of a name. */
const ACTS =
  /(?<!信息|村务|党务|政务|财务|人民|联合)(?:受理|接收|接到|接待|收到|承办|排查|摸排|化解|调解|调处|办结|结案|整改|发放|发送|印发|投放|张贴|立案|(?<!行政)处罚|投入|支出|拨付|列支|缴纳|收缴|新增|注销|清理|废止|备案|采纳|吸收|答复|回复|转办|交办|移交|转移|解答|走访|回访|培训|审查|审核|审议|移送|参加|参与|抽查|检查|评查|巡查|推送|制定|修订|出台|办理|查处|发现|解决|(?<!未)公开|公示|提出|出具|列席|旁听|研究|代写|签订|达成|挽回|出庭|作出|指派|劝阻|劝导|责令|整治|治理|消除|清理|拆除|追回|挽回|参训|参会)(?!员|委|组织|中心|室|率|协议|书|会|站|所|庭|机关|案卷|单位|栏|力量|队|责任|服务(?!群众)|对象|活动|工作|意见|人)/g;
/** Verbs that only say that there is something or that it took place. */
const LIGHT =
  /(?<!联合)(?:组织开展|组织召开|组织举办|组织|先后召开|先后开展|先后|开展|举办|举行|召开|进行|实施|设立|设有|设置|下设|(?<=^|[乡镇村区厅所站道队院共])设(?=[\u4e00-\u9fff]{2})|建立|建成|建有|新建|成立|组建|打造|创建|聘请|聘任|聘用|选聘|招募|选任|选配|确定|认定|配备|配有|配置|拥有|现有|共有|实有|(?<![公中])共|累计|总计|合计|登记在册|在册登记|登记|在册|注册|划分为?|划定|下辖|完成|实现|提供|编制|覆盖|惠及|动员|出动|制作|印制|悬挂|播放|邀请|命名|评选|培育|培养|达到|突破|参训|全部|共计)(?!员|委|机关|率)/g;
/** Words that name nothing. */
const FILLERS =
  /^[一二三四五六七八九十]是|涉(?:及)?(?:我?[镇乡]|街道)的?|20\d\d年(?:度|来|以来)?|[上下]半年|第?[一二三四]季度|年(?:内|末|底|终|初)|全年(?:来)?(?!级)|一年来|今年以?来?|本年度?|截至[^,]{0,8}|(?:在)?(?:全|我|本)(?:[乡镇县区]|街道)(?:范围内)?|辖区内?|各类|各项|各种|有关|相关|目前|现|先后|共同|主动|积极|及时|依法|成功|一共|总共|专题(?=研究|学习|学法|部署|听取)|年度|其中|综上|总之|总的来说|总体来看|回顾|前述|上述|以上|这|该|的/g;
const JOINTS = /[、,;:()“”"'《》\s]/g;
const LONGEST = 24;

const KNOWN = new WeakMap<Reading, Thing>();

export function thingOf(reading: Reading): Thing {
  const known = KNOWN.get(reading) ?? readThing(reading);
  KNOWN.set(reading, known);
  return known;
}

function readThing({ figure, phrase, nounRight }: Reading): Thing {
  const words = stripLeadIn(phrase.trim().slice(-2 * LONGEST))
    .replace(/^[、,和及与]+/, '')
    .replace(/接访/g, '接待来访');
  const left = piecesOf(words);
  if (nounRight) {
    // 全年7次专题研究法治建设: the act stands behind the number, too.
    const right = piecesOf(figure.noun);
    const noun = bare(right.pieces.at(-1) ?? figure.noun);
    return { noun, acts: [...left.acts, ...right.acts], subject: left.pieces.at(-1) ?? '' };
  }
  const noun = bare(left.pieces.at(-1) ?? '');
  // 培训210人次: the act itself is counted.
  const counted = noun === '' ? (left.acts.at(-1) ?? '') : noun;
  return { noun: counted, acts: left.acts, subject: left.pieces.slice(0, -1).join('') };
}

function piecesOf(words: string): { readonly acts: readonly string[]; readonly pieces: readonly string[] } {
  const pieces = words
    .replace(ACTS, '|')
    .replace(LIGHT, '|')
    .replace(FILLERS, '')
    .split('|')
    .map((piece) => piece.replace(JOINTS, ''))
    .filter((piece) => piece.length > 0);
  return { acts: [...words.matchAll(ACTS)].map(([act]) => act), pieces };
}

function bare(noun: string): string {
  return noun
    .replace(FILLERS, '')
    .replace(JOINTS, '')
    .replace(/^[了为有对]|(?:了|(?<!行)为|有)$/g, '')
    .slice(-LONGEST);
}
