import type { Figure } from './figure.ts';
import type { Kind } from './kind.ts';
import { Refusal } from './refusal.ts';

/** A figure with its code and the kind that declares it. */
export interface DeclaredFigure {
  readonly code: string;
  readonly figure: Figure;
  /** The declaring kind first, then those that add to it too. */
  readonly kinds: readonly Kind[];
}

/** All kinds of work and figures that an installation knows. */
export interface Register {
  /** The newest version of each kind. */
  readonly kinds: readonly Kind[];
  /** Every version of every kind that records may have been made under. */
  readonly versions: readonly Kind[];
  readonly figures: readonly DeclaredFigure[];
  /**
   * The kind of a code: its newest version, or the one asked for. A record is read, acted on and counted by the version
   * that it was started under. Refuses what it does not know, never guesses.
   */
  kind(code: string, version?: number): Kind;
  /** True when older versions of the kind are known too, so that a record's own version must be looked up. */
  hasOlder(code: string): boolean;
  figure(code: string): DeclaredFigure;
  /** Fingerprint of a kind's declaration, as committed with the release. */
  print(kind: Kind): string;
}

function must(condition: boolean, complaint: string): void {
  if (!condition) throw new Error(complaint);
}

function declaredFigures(kinds: readonly Kind[]): DeclaredFigure[] {
  const declared = kinds.flatMap((kind) =>
    Object.entries(kind.figures ?? {}).map(([code, figure]) => ({ code, figure, kinds: [kind] })),
  );
  const byCode = new Map(declared.map((each) => [each.code, each]));
  must(byCode.size === declared.length, 'a figure code is declared twice');
  for (const kind of kinds) {
    for (const [code, { key }] of Object.entries(kind.alsoCounts ?? {})) {
      const to = byCode.get(code);
      must(to !== undefined, `${kind.code} counts for ${code}, which no kind declares`);
      const wanted = key === undefined ? 'flow' : 'distinct';
      must(to?.figure.measure === wanted, `${kind.code} counts for ${code}, which is not a ${wanted}`);
      to?.kinds.push(kind);
    }
  }
  for (const { code, figure } of declared) {
    for (const relation of figure.relations ?? []) {
      must(byCode.has(relation.to), `${code} is related to ${relation.to}, which no kind declares`);
    }
  }
  return declared;
}

function newestOf(versions: readonly Kind[]): Kind[] {
  const newest = new Map<string, Kind>();
  for (const kind of versions) {
    const held = newest.get(kind.code);
    must(held?.version !== kind.version, `${kind.code}@${kind.version} is declared twice`);
    if (!held || held.version < kind.version) newest.set(kind.code, kind);
  }
  return [...newest.values()];
}

/**
 * Puts kinds together and throws where they do not fit: a version declared twice, a start without a state, a link to a
 * kind or a relation to a figure that does not exist. `versions` may hold older versions of a kind beside the newest; `prints` maps
 * `code@version` to a fingerprint.
 */
export function makeRegister(versions: readonly Kind[], prints: Readonly<Record<string, string>>): Register {
  const kinds = newestOf(versions);
  const figures = declaredFigures(kinds);
  const codes = new Set(kinds.map((kind) => kind.code));
  for (const kind of versions) {
    for (const field of Object.values(kind.fields)) {
      must(field.target === undefined || codes.has(field.target), `${kind.code} links to ${field.target}`);
    }
    for (const step of Object.values(kind.steps)) {
      must(step.from !== 'start' || step.to !== undefined, `${kind.code} starts in no state: ${step.label}`);
    }
  }
  const byVersion = new Map(versions.map((kind) => [`${kind.code}@${kind.version}`, kind]));
  const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
  const byFigure = new Map(figures.map((each) => [each.code, each]));
  return {
    kinds,
    versions,
    figures,
    kind(code, version) {
      const newest = byCode.get(code);
      if (!newest) throw new Refusal('unknown-kind', `没有“${code}”这种事项。`);
      if (version === undefined) return newest;
      const kind = byVersion.get(`${code}@${version}`);
      if (!kind) {
        throw new Refusal(
          'unknown-version',
          `“${newest.label}”的第${version}版声明不在本版程序里，请升级程序后再读。`,
        );
      }
      return kind;
    },
    hasOlder: (code) => versions.filter((kind) => kind.code === code).length > 1,
    figure(code) {
      const found = byFigure.get(code);
      if (!found) throw new Refusal('unknown-figure', `没有代码为“${code}”的指标。`);
      return found;
    },
    print(kind) {
      const print = prints[`${kind.code}@${kind.version}`];
      if (print === undefined)
        throw new Error(`no fingerprint of ${kind.code}@${kind.version}: run npm run prints`);
      return print;
    },
  };
}
