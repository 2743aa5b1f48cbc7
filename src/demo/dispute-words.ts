/** Words of the demo's disputes: all invented, none from a real case. */
export interface Cause {
  /** 事由, without names. */
  readonly title: string;
  /** What happened, after the parties' names. */
  readonly story: string;
  readonly outcome: string;
}

function cause(title: string, story: string, outcome: string): Cause {
  return { title, story, outcome };
}

const YIELD = '双方各让一步，当场和好';

export const CAUSES = {
  neighbour: [
    cause('院坝排水纠纷', '因院坝雨水流向发生争吵', '由高处一家修排水沟，低处一家让出沟位'),
    cause('牲畜进菜地纠纷', '因散养的鸡啄食菜苗发生口角', '一方赔礼并围好鸡圈'),
    cause('树枝遮挡采光纠纷', '因院边核桃树遮挡采光不和', '树主修剪越界树枝'),
    cause('通行道路纠纷', '因小路被柴堆占用发生争执', '当天搬走柴堆，留足通行宽度'),
    cause('深夜噪声纠纷', '因办酒音响声音过大发生争吵', YIELD),
    cause('用水先后纠纷', '因春灌用水先后发生推搡', '按轮灌表依次放水'),
    cause('粪堆异味纠纷', '因圈肥堆放位置产生矛盾', '把圈肥移到地头并加盖'),
  ],
  family: [
    cause('夫妻琐事纠纷', '因家务和开支长期争吵', '双方表示互相体谅，约定开支商量着来'),
    cause('老人赡养纠纷', '就老人轮流赡养意见不一', '子女按月轮流照料，签下赡养协议'),
    cause('婆媳矛盾', '因带孩子的方式闹僵', YIELD),
    cause('彩礼返还纠纷', '解除婚约后就彩礼返还发生争议', '男方体谅支出，女方分两次返还'),
    cause('分家析产纠纷', '因分家时房屋和家具分配不均起争执', '重新列清单，各得其所'),
    cause('兄弟赡养费分摊纠纷', '因母亲住院费用分摊互相推诿', '三家平均分摊并轮流陪护'),
  ],
  homestead: [
    cause('宅基地边界纠纷', '因院墙外移尺寸各执一词', '以旧屋基石为界，拆回越界部分'),
    cause('建房滴水纠纷', '因新房屋檐滴水落入邻家发生纠纷', '加装檐沟，水引自家'),
    cause('老屋共墙纠纷', '因拆老屋动了共用山墙发生争议', '由建房一方加固共墙'),
    cause('建房材料占道纠纷', '因砂石堆在公用道路上争吵', '限三日清理，分批进料'),
    cause('化粪池位置纠纷', '因化粪池离邻家水井过近起争执', '化粪池改到屋后下坡'),
  ],
  land: [
    cause('承包地地界纠纷', '因田埂逐年外移发生争执', '按承包合同现场丈量，重新栽石为界'),
    cause('山林界线纠纷', '因自留山分界各说各的', '以山脊和老界石为准，栽桩确认'),
    cause('坟山占地纠纷', '因迁坟占用他人自留山起争议', '换地补偿，互不追究'),
    cause('撂荒地代耕纠纷', '因外出回乡后何时收回代耕地谈不拢', '收完当季庄稼后交还'),
    cause('土地流转租金纠纷', '因流转租金拖欠发生纠纷', '合作社分两期付清租金'),
    cause('退耕林木归属纠纷', '因地边杉树归谁发生争执', '树归栽种人，三年内采伐'),
  ],
  damage: [
    cause('牲畜损害庄稼赔偿纠纷', '因黄牛踩坏玉米要求赔偿', '按亩产折价赔偿'),
    cause('犬只伤人赔偿纠纷', '因家犬咬伤路人协商医药费', '犬主承担医药费并拴养'),
    cause('施工损坏围墙纠纷', '因挖机倒车撞坏围墙发生纠纷', '施工方负责修复'),
    cause('孩童玩耍受伤赔偿纠纷', '因孩子玩耍受伤协商医药费', '两家按责任分担'),
  ],
  contract: [
    cause('民间借贷纠纷', '因借款到期未还发生争执', '签还款计划，分三期还清'),
    cause('建房包工合同纠纷', '因包工尾款和质量互相指责', '返修后付清尾款'),
    cause('牲畜买卖纠纷', '因买回的仔猪生病要求退款', '退一半价款'),
    cause('门面租赁纠纷', '因提前退租押金发生争议', '扣一个月租金后退押金'),
  ],
  labour: [
    cause('务工工资纠纷', '因工地工资未结清多次讨要', '包工头分两次付清'),
    cause('采茶计件工资纠纷', '因采茶计件数量对不上账起争执', '按过秤记录补足'),
    cause('零工受伤医药费纠纷', '因帮工摔伤协商医药费', '雇主承担治疗费和误工费'),
  ],
  demolition: [
    cause('产业路占地补偿纠纷', '因修产业路占地补偿标准不满', '按公示标准复核面积后补足'),
    cause('管网施工占地纠纷', '因饮水管网开挖损坏青苗要求补偿', '按青苗标准补偿并恢复原状'),
  ],
  traffic: [
    cause('摩托车剐蹭赔偿纠纷', '因会车剐蹭协商修车费', '按责任分担修车费'),
    cause('三轮车侧翻赔偿纠纷', '因搭乘三轮车受伤协商赔偿', '车主垫付医药费'),
  ],
  business: [
    cause('辣椒收购纠纷', '因收购价格前后不一发生争执', '按约定最低价收购'),
    cause('合作社分红纠纷', '因合作社分红账目起争议', '账目公开后补发分红'),
  ],
  consumer: [
    cause('农药质量纠纷', '因农药效果差要求退货', '退货并补偿一季肥料'),
    cause('家电维修纠纷', '因维修后仍不能用要求退费', '免费再修，修不好退费'),
  ],
  pollution: [
    cause('养殖异味纠纷', '因养猪场异味影响生活发生纠纷', '加盖粪池、定时清运'),
    cause('砂石加工扬尘纠纷', '因加工扬尘落在晾晒场起争执', '装喷淋，晾晒时段停工'),
  ],
  medical: [cause('诊所用药纠纷', '因用药后不适与诊所发生争执', '诊所承担复查费用并说明情况')],
  property: [cause('集中安置点公共照明纠纷', '因安置点楼道照明费用分摊起争执', '按户分摊，公示账目')],
  tourism: [cause('农家乐订餐退款纠纷', '因订餐退不退定金发生争执', '退还一半定金')],
  online: [cause('网购农具退货纠纷', '因网店拒绝退货发生争执', '代办点协助退货，网店退款')],
  intellectual: [cause('合作社商标使用纠纷', '因离社后还用合作社商标发生争执', '限期换下包装，不再使用')],
  other: [
    cause('红白事礼金误会', '因礼金登记遗漏产生误会', '核对礼簿后消除误会'),
    cause('祠堂修缮捐款纠纷', '因捐款使用不清发生争执', '公开收支，余款留作维护'),
  ],
} as const satisfies Readonly<Record<string, readonly Cause[]>>;
export type DisputeType = keyof typeof CAUSES;

/** How many of the year's settled disputes are of each type; 178 in all. */
export const TYPE_SHARES: Readonly<Record<DisputeType, number>> = {
  neighbour: 40,
  family: 29,
  homestead: 24,
  land: 31,
  damage: 14,
  contract: 10,
  labour: 7,
  demolition: 4,
  traffic: 4,
  business: 3,
  consumer: 2,
  pollution: 2,
  medical: 1,
  property: 1,
  tourism: 1,
  online: 1,
  intellectual: 1,
  other: 3,
};

/** Through which door they came; the legal service station has its own figure. */
export const CHANNEL_SHARES = { village: 90, station: 34, township: 20, group: 24, centre: 10 } as const;
export type Channel = keyof typeof CHANNEL_SHARES;

/** By month: many come home for the Spring Festival, most are in the fields in summer. */
export const MONTH_SHARES: readonly number[] = [14, 17, 19, 15, 17, 15, 14, 15, 14, 14, 14, 10];

/** Types with money in them, from and to in yuan. */
export const AMOUNTS: Partial<Record<DisputeType, readonly [number, number]>> = {
  land: [200, 3000],
  damage: [100, 4000],
  contract: [800, 36000],
  labour: [600, 24000],
  demolition: [500, 9000],
  traffic: [200, 6000],
  business: [300, 8000],
  consumer: [80, 900],
};
