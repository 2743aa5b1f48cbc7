import { get } from '../../api/client.ts';
import { listAddress, type ListPage, type ListQuery } from '../../api/queries.ts';
import type { Column } from './columns.ts';

const PAGE = 200;

/** A cell as a spreadsheet shows it and never runs it: what begins like a formula is marked as text. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * A whole list as a .csv file that spreadsheets open in Chinese (UTF-8 with its mark). Open fields only: personal values
 * have a way of their own, with reason and watermark.
 */
export async function exportList(
  org: string,
  kind: string,
  query: ListQuery,
  columns: readonly Column[],
  onProgress: (rows: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const heads = columns.map(({ label, unit }) => (unit === undefined ? label : `${label}（${unit}）`));
  const lines = [[...heads, '记录编号'].map(cell).join(',')];
  let cursor = '';
  do {
    const page = await get<ListPage>(listAddress(org, kind, { ...query, size: PAGE, cursor }), signal);
    for (const record of page.records) {
      const cells = columns.map(({ text, bare }) => (bare ?? text)(record));
      lines.push([...cells, record.id].map(cell).join(','));
    }
    onProgress(lines.length - 1);
    cursor = page.next ?? '';
  } while (cursor !== '');
  return new Blob(['\uFEFF', lines.join('\r\n'), '\r\n'], { type: 'text/csv;charset=utf-8' });
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
