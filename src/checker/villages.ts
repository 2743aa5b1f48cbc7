import { between, type Context } from './context.ts';
import { isExact } from './figures.ts';
import { finding } from './message.ts';
import type { Finding, Reading } from './types.ts';

/** 辖15个行政村、2个社区: how many there are. */
const JURISDICTION = /(?:下辖|管辖|所辖|(?<!直)辖|现有|共有)[^,。;\d]{0,4}$/;
const VILLAGE = /^(?:个)?(?:行政村|村)(?:民委员会|委会)?$/;
const COMMUNITY = /^(?:个)?(?:城市|农村)?(?:社区|居委会|居民委员会)$/;
const BOTH = /^(?:村\(社区\)|村\(居\)|村社区|村居)/;
const ALL = /^[\u4e00-\u9fff()]{0,8}?(?:全部|均|都|全覆盖|实现全覆盖|悉数|逐一)/;
const OF_ALL = /(?:^|[,;:])?(?:全[镇乡区]|全街道|辖区|镇域|[对在为]|)$/;

/** The villages and communities of the township against a number of 村(社区) that is said to be all of them. */
export function checkVillages(context: Context): Finding[] {
  const { readings } = context.document;
  const villages = readings.find((r) => isExact(r) && JURISDICTION.test(r.phrase) && VILLAGE.test(nounOf(r)));
  const communities = villages && readings[villages.index + 1];
  if (villages === undefined || communities === undefined || !isExact(communities)) return [];
  const gap = between(context, villages.figure.end, communities.figure.start);
  if (!COMMUNITY.test(nounOf(communities)) || !/^[^,。;\d]{0,6}[、和,]$/.test(gap)) return [];
  const all = (villages.figure.value ?? 0) + (communities.figure.value ?? 0);
  return readings.flatMap((r) => {
    const { value, end } = r.figure;
    const behind = between(context, end, end + 16);
    if (r.index <= communities.index || r.plan || !isExact(r) || value === null || !BOTH.test(behind))
      return [];
    if (value === all || Math.abs(value - all) > MOST_WRONG || !OF_ALL.test(r.phrase.trim())) return [];
    if (!ALL.test(behind.replace(BOTH, ''))) return [];
    const message = `辖区共${villages.figure.text}村、${communities.figure.text}社区,合计${all}个,这里写${r.figure.text}村(社区)`;
    return [finding('contradiction', 'likely', [r, villages, communities], message)];
  });
}

/** A clerk miscounts by a few; what is further off are some of them. */
const MOST_WRONG = 3;

function nounOf({ nounRight, figure, phrase }: Reading): string {
  return nounRight ? figure.noun : phrase.trim();
}
