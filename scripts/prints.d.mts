export interface Print {
  readonly print: string;
  readonly released: string | null;
}
export interface KindSource {
  readonly key: string;
  readonly source: string;
}
export function declarationText(source: string): Promise<string>;
export function fingerprint(source: string): Promise<string>;
export function readKinds(folder?: string): KindSource[];
export function compare(
  held: Readonly<Record<string, Print>>,
  kinds: readonly KindSource[],
): Promise<{ next: Record<string, Print>; complaints: string[] }>;
