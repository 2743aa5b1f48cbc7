import {
  basesOf,
  citationText,
  matterOf,
  POSTS,
  type Day,
  type FieldSet,
  type Kind,
  type LinkedMatter,
  type Post,
  type Precondition,
  type Situation,
  type Step,
} from '../kernel/index.ts';
import { fieldsOf } from './ask.ts';
import type { ListedRecord } from './listing.ts';
import { appliesTo, isAboutKeeping, mayMend, MENDING } from './mending.ts';

/** A rule that stands before a step. */
export interface RuleAhead {
  readonly rule: string;
  readonly sentence: string;
  readonly article: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A step from where the matter stands, and whether this person may take it today. */
export interface NextStep {
  readonly step: string;
  readonly label: string;
  readonly articles: readonly string[];
  /** True when nothing certain is in the way; what depends on the answers is judged when they are there. */
  readonly allowed: boolean;
  /** Posts of this person that may take it; empty where it is another's. */
  readonly by: readonly Post[];
  /** Who may take it, where this person may not. */
  readonly others: readonly { readonly code: Post; readonly label: string }[];
  /** Hard rules that are broken as the matter stands: they stop an act taken now. */
  readonly stops: readonly RuleAhead[];
  /** Soft ones: going on asks for a reason. */
  readonly reminds: readonly RuleAhead[];
  /** Rules that rest on what will be entered. */
  readonly depends: readonly RuleAhead[];
  /** Fields that must be given, and that may. */
  readonly asks: readonly string[];
  readonly may: readonly string[];
  /** The field that is the day of the act itself. */
  readonly day?: string;
  /** It runs beside the main course: the matter stays where it stands. */
  readonly aside?: true;
}

/** What may be done about a record beside its steps; `act` is the last piece of its address. */
export interface NextMending {
  readonly act: string;
  readonly label: string;
  readonly allowed: boolean;
}

/** A matter as it stands, with its open values. */
export type Standing = Pick<
  ListedRecord,
  'id' | 'state' | 'village' | 'occurredOn' | 'handlers' | 'drill' | 'voided' | 'sealed' | 'values'
>;

/** The records that a matter links to, by field. */
export type LinkedByField = Readonly<Record<string, LinkedMatter>>;

/** Who asks what may be done: an account with the posts that it holds today, none where it only reads. */
export interface Asking {
  readonly account: string;
  readonly posts: readonly Post[];
}

function situationOf(
  step: Step<FieldSet, string>,
  standing: Standing,
  linked: LinkedByField,
  by: string,
  today: Day,
): Situation<FieldSet> {
  const { id, state, village, occurredOn, handlers, drill, voided, sealed, values = {} } = standing;
  const day = step.day === undefined ? {} : { [step.day]: today };
  const stored = { id, state, village, occurredOn, drill, voided, sealed: sealed !== null };
  return { ...matterOf({ ...stored, values: { ...values, ...day } }), actOn: today, by, handlers, linked };
}

type Judgement = 'kept' | 'broken' | 'depends';

/**
 * Holds a rule against the matter as it stands. Where the rule looks at a field that the step may still fill, its answer
 * says nothing yet.
 */
function foresee(
  { breached }: Precondition<FieldSet>,
  situation: Situation<FieldSet>,
  open: ReadonlySet<string>,
): Judgement {
  let looked = false;
  const watched = <T extends object>(values: T): T =>
    new Proxy(values, {
      get(target, name, receiver): unknown {
        looked ||= open.has(String(name));
        return Reflect.get(target, name, receiver);
      },
      ownKeys(target) {
        looked ||= open.size > 0;
        return Reflect.ownKeys(target);
      },
    });
  const { values, linked } = situation;
  const broken = breached({ ...situation, values: watched(values), linked: watched(linked) });
  if (looked) return 'depends';
  return broken ? 'broken' : 'kept';
}

function ruleAhead({ rule, remedy }: Precondition<FieldSet>): RuleAhead {
  return { rule: rule.id, sentence: rule.sentence, article: citationText(rule.basis), remedy };
}

function nextStep(
  name: string,
  step: Step<FieldSet, string>,
  standing: Standing,
  linked: LinkedByField,
  { account, posts }: Asking,
  today: Day,
): NextStep {
  const open = new Set([...fieldsOf(step)].filter((field) => field !== step.day));
  const given = new Set([...open, ...Object.keys(step.takes ?? {})]);
  const by = step.by.filter((post) => posts.includes(post));
  // Whose step it is not does not take it: what depends on the person is not judged by this one.
  const situation = situationOf(step, standing, linked, by.length > 0 ? account : '', today);
  const inForce = (step.rules ?? []).filter(({ rule }) => !rule.marks && rule.basis.edition <= today);
  const foreseen = inForce.map((each) => ({ each, judged: foresee(each, situation, given) }));
  const those = (judged: Judgement, hard?: boolean): RuleAhead[] =>
    foreseen
      .filter((one) => one.judged === judged && (hard === undefined || one.each.rule.hard === hard))
      .map((one) => ruleAhead(one.each));
  const stops = those('broken', true);
  return {
    step: name,
    label: step.label,
    articles: basesOf(step).map(citationText),
    allowed: by.length > 0 && stops.length === 0,
    by,
    others: by.length > 0 ? [] : step.by.map((code) => ({ code, label: POSTS[code] })),
    stops,
    reminds: those('broken', false),
    depends: those('depends'),
    asks: step.asks ?? [],
    may: [...open].filter((field) => !(step.asks ?? []).includes(field)),
    ...(step.day === undefined ? {} : { day: step.day }),
    ...(step.to === undefined ? { aside: true } : {}),
  };
}

/**
 * What may be done next with a matter, by who asks. A stop holds for an act taken now: what has happened can always be
 * recorded afterwards.
 */
export function nextSteps(
  kind: Kind,
  standing: Standing,
  linked: LinkedByField,
  asking: Asking,
  today: Day,
): { readonly steps: readonly NextStep[]; readonly mends: readonly NextMending[] } {
  const matter = matterOf({ ...standing, values: standing.values ?? {}, sealed: standing.sealed !== null });
  const ahead = Object.entries(kind.steps).filter(
    ([, { from, when }]) =>
      !standing.voided && from !== 'start' && from.includes(standing.state) && (when?.(matter) ?? true),
  );
  return {
    steps: ahead.map(([name, step]) => nextStep(name, step, standing, linked, asking, today)),
    mends: Object.entries(MENDING).map(([act, label]) => ({
      act: act.slice(1),
      label,
      allowed: maySo(act, kind, standing, asking.posts),
    })),
  };
}

function maySo(act: string, kind: Kind, { voided }: Standing, posts: readonly Post[]): boolean {
  if (voided && !isAboutKeeping(act)) return false;
  return appliesTo(act, kind) && posts.some((post) => mayMend(act, kind, post));
}
