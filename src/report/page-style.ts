/** The style of the standalone page: a quiet reading column, figures as links with a dotted line, A4 in print. */
export const PAGE_STYLE = `:root { color-scheme: light; --ink: #1d2430; --grey: #59636f; --rule: #d5dae0; --blue: #1a4f8f; --amber: #8a4b00; --sand: #fdf3df; }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: #fff; font: 1rem/1.75 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; line-break: strict; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
.mark { margin: 0; padding: .5rem 1rem; text-align: center; font-weight: 600; color: var(--amber); background: var(--sand); border-bottom: 1px solid currentColor; }
h1 { margin: 0 0 2rem; font-size: 1.5rem; line-height: 1.5; text-align: center; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; line-height: 1.5; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1rem; font-weight: 600; }
.report p { margin: .5rem 0; text-indent: 2em; }
.report .signature, .report .date { text-align: right; text-indent: 0; margin: 0; }
.report .signature { margin-top: 2.5rem; }
.report .note { margin-top: 1.5rem; color: var(--grey); }
a { color: var(--blue); }
a.figure { white-space: nowrap; text-decoration: underline dotted; text-decoration-thickness: 1px; text-underline-offset: .25em; }
a:hover { text-decoration-style: solid; }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
:target { background: var(--sand); }
.unproven { white-space: nowrap; background: repeating-linear-gradient(135deg, var(--sand) 0 4px, #fff 4px 8px); outline: 1px dashed var(--amber); }
.figures { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
.definitions { width: 100%; border-collapse: collapse; font-size: .9375rem; line-height: 1.6; }
.definitions th, .definitions td { padding: .625rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); }
.definitions th { font-weight: 400; }
.definitions thead th { font-weight: 600; border-bottom: 2px solid var(--ink); }
.definitions th:first-child { width: 30%; padding-left: 0; }
.definitions .value { width: 5.5em; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.basis { display: block; margin-top: .25rem; color: var(--grey); }
@media (max-width: 30rem) {
  main { padding-top: 1.25rem; }
  h1 { font-size: 1.25rem; }
  h2 { font-size: 1.125rem; }
  .definitions .value { width: 4.5em; }
  .definitions th, .definitions td { padding-left: .25rem; padding-right: .25rem; }
}
@page { size: A4; margin: 25mm 22mm 22mm; @bottom-center { content: "— " counter(page) " —"; font: 12pt serif; } }
@media print {
  body { font-size: 11pt; color: #000; }
  .definitions { font-size: 9.5pt; line-height: 1.45; }
  .definitions th, .definitions td { padding-top: 3pt; padding-bottom: 3pt; }
  main { max-width: none; padding: 0; }
  a, a.figure { color: inherit; }
  .mark { color: #000; background: none; }
  h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .figures { break-before: page; border: 0; margin: 0; padding: 0; }
  thead { display: table-header-group; }
}`;
