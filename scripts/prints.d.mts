export interface Print {
  readonly print: string;
  readonly released: string | null;
}
export interface KindSource {
  readonly key: string;
  readonly source: string;
  /** Modules of the same folder that belong to it. */
  readonly beside?: readonly string[];
}
export function declarationText(source: string, beside?: readonly string[]): Promise<string>;
export function fingerprint(source: string, beside?: readonly string[]): Promise<string>;
export function readKinds(folder?: string): KindSource[];
export function compare(
  held: Readonly<Record<string, Print>>,
  kinds: readonly KindSource[],
): Promise<{ next: Record<string, Print>; complaints: string[] }>;
