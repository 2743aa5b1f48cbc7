/** A page's text, each line at its place: left edge and base in points, characters 16 points wide. */
export type PdfLine = readonly [left: number, base: number, text: string];

const SIZE = 16;
const MAP =
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap';

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join(
    '',
  );
}

function content(lines: readonly PdfLine[]): string {
  const shown = lines.map(([left, base, text]) => `1 0 0 1 ${left} ${base} Tm <${hex(text)}> Tj`);
  return `BT /F1 ${SIZE} Tf ${shown.join(' ')} ET`;
}

/** A PDF of A4 pages with a font that maps its codes to characters; objects as strings may be replaced. */
export function pdfFile(
  pages: readonly (readonly PdfLine[])[],
  change: (objects: string[]) => string[] = (objects) => objects,
): Uint8Array {
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`);
  const objects = change([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    stream(MAP),
    ...pages.flatMap((lines, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${7 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(content(lines)),
    ]),
  ]);
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file, 'latin1');
}

/** A stream object; `filter` names what its bytes, given in Latin-1, are packed by. */
export function stream(bytes: string, filter = ''): string {
  return `<< /Length ${bytes.length}${filter} >>\nstream\n${bytes}\nendstream`;
}
