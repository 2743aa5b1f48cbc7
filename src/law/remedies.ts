import { chineseNumber } from './article.ts';
import { getTerm } from './terms/index.ts';

/** What decides how a party may turn against a decision (救济途径) of a township. */
export interface RemedyFacts {
  /** The law asks for a review before any lawsuit (复议前置，行政复议法第二十三条). */
  readonly reviewFirst?: boolean;
  /** A dispute over land, trees or forest land that the township settled: the party sues within thirty days. */
  readonly landDispute?: boolean;
}

/** 土地管理法第十四条第三款、森林法第二十二条第三款: "自接到处理决定通知之日起三十日内". */
const DAYS_AGAINST_A_SETTLEMENT = 30;

/** 六十日, 六个月, as the term has it. */
function length(id: 'FY-04' | 'FY-17' | 'FY-17.direct'): string {
  const { count, unit } = getTerm(id);
  return `${chineseNumber(count)}${unit === 'month' ? '个月' : '日'}`;
}

/**
 * What a decision says of review and lawsuit: where, within which time, and whether the review comes first. It names the
 * county's government and the court of first instance by their kind, since the office's paper has their names.
 */
export function remediesText({ reviewFirst = false, landDispute = false }: RemedyFacts): string {
  const review = `如不服本决定，可以自收到本决定书之日起${length('FY-04')}内向县级人民政府申请行政复议`;
  if (reviewFirst)
    return `${review}；对复议决定不服的，可以自收到复议决定书之日起${length('FY-17')}内向人民法院提起行政诉讼。依法应当先申请行政复议，不能直接起诉。`;
  const suit = landDispute ? `${chineseNumber(DAYS_AGAINST_A_SETTLEMENT)}日` : length('FY-17.direct');
  return `${review}，也可以自收到本决定书之日起${suit}内直接向基层人民法院提起行政诉讼。`;
}
