import { createHash } from 'node:crypto';
import { MARK_STYLE } from '../marking/mark-style.ts';

/**
 * The one style sheet of the public pages, by hand and for old phones: no custom properties, no grid, nothing that a
 * browser of ten years ago must understand for the page to read well. Sizes are in rem, so the two text sizes (16 and
 * 20 px) are one rule; colours have at least 4.5 to 1, in high contrast 7 to 1.
 */
const BASE = `*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
html[data-size=large]{font-size:125%}
body{margin:0;background:#fff;color:#1c222b;line-height:1.75;line-break:strict;overflow-wrap:break-word;word-wrap:break-word;
  font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif}
a{color:#0f4a8a;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
a:focus,main:focus-visible{outline:3px solid #0f4a8a;outline-offset:2px}
main:focus{outline:0}
h1{font-size:1.5rem;line-height:1.4;margin:1.5rem 0 .5rem}
h2{font-size:1.25rem;line-height:1.4;margin:2.25rem 0 .5rem}
h3{font-size:1rem;line-height:1.5;margin:1.25rem 0 .25rem}
p{margin:.5rem 0;max-width:38rem}
ul,ol{margin:.5rem 0;padding-left:1.5rem;max-width:38rem}
li{margin:.25rem 0}
.wide{max-width:40rem;margin:0 auto;padding:0 1rem}
main{padding-bottom:2rem}
.broad .wide{max-width:60rem}
.form{max-width:40rem}
.form label{display:block;font-weight:700;margin-top:1.5rem}
.form .help{margin:0 0 .25rem;color:#4d5763;font-size:.9375rem}
.form textarea,.form input{display:block;width:100%;max-width:100%;font:inherit;color:#1c222b;background:#fff;border:1px solid #6b7580;border-radius:0}
.form textarea{padding:.5rem .75rem;line-height:1.75;resize:vertical}
.form input{padding:.5rem;min-height:2.75rem}
.form button{font:inherit;font-weight:700;margin:1.5rem 0 0;padding:.5rem 2rem;min-height:2.75rem;min-width:8rem;color:#fff;background:#0f4a8a;border:0;cursor:pointer}
.form button:hover{background:#0b3868}
.form textarea:focus,.form input:focus,.form button:focus{outline:3px solid #0f4a8a;outline-offset:2px}
.error{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #8a4b00;background:#fbe8c8}
.skip{position:absolute;left:-999rem;top:0;background:#fff;padding:.6rem 1rem;z-index:2}
.skip:focus{left:0}
.stripe{max-width:none;margin:0;padding:.25rem 1rem;text-align:center;font-weight:700;color:#1c222b;background:#fbe8c8;
  border-bottom:2px solid #8a4b00}
.top{background:#f3f5f8;border-bottom:1px solid #cfd5dd}
.top .wide{overflow:hidden;padding-top:.25rem;padding-bottom:.25rem}
.site{float:left;font-weight:700;color:#1c222b;text-decoration:none;padding:.5rem 0;min-height:2.75rem;max-width:100%}
.display{float:right}
.display a{display:inline-block;padding:.5rem 0;min-height:2.75rem;min-width:2.75rem;margin-left:1rem;text-align:center}
.display a:first-child{margin-left:0}
.columns{border-bottom:1px solid #cfd5dd}
.columns ul{list-style:none;overflow:hidden;padding:0 .5rem}
.columns li{float:left;margin:0 .25rem 0 0}
.columns a{display:block;padding:.6rem .5rem .4rem;min-height:2.75rem;text-decoration:none;border-bottom:3px solid transparent}
.columns a[aria-current]{font-weight:700;color:#1c222b;border-bottom-color:#0f4a8a}
.columns a:hover{border-bottom-color:#0f4a8a}
.crumbs ol{list-style:none;padding:0;margin:.25rem 0 0;max-width:none;font-size:.9375rem;color:#4d5763}
.crumbs li{display:inline;margin:0}
.crumbs li+li:before{content:"›"}
.crumbs li[aria-current]:before{padding-right:.5rem}
.crumbs a{display:inline-block;padding:.55rem .5rem;min-height:2.75rem}
.crumbs li:first-child a{margin-left:-.5rem}
.lead,.meta,.note,.foot{color:#4d5763}
.lead{margin-top:0}
.meta{margin:0;font-size:.9375rem}
.mark{font-size:.875rem;margin-left:.75em;padding:.1em .5em;border:1px solid #8a4b00;background:#fbe8c8;white-space:nowrap;color:#1c222b}
.hint{margin:1rem 0 0;padding:.25rem 1rem;background:#f3f5f8;border-left:4px solid #0f4a8a}
.empty{padding:.75rem 1rem;background:#f3f5f8}
.main-link{margin:.25rem 0}
.main-link a,.links a,.pages a,.block{display:inline-block;padding:.5rem 0;min-height:2.75rem;min-width:2.75rem}
.main-link a{font-size:1.125rem;font-weight:700}
.links{list-style:none;padding:0}
.links li{margin:0;border-bottom:1px solid #e3e7ec}
.links li:first-child{border-top:1px solid #e3e7ec}
.pages a{margin-right:1.5rem}
.value{font-size:1.5rem;font-weight:700;margin:.25rem 0 1rem;font-variant-numeric:tabular-nums}
a.figure{font-weight:700;white-space:nowrap;text-decoration:underline;text-decoration-style:dotted;text-decoration-thickness:2px}
td a.figure{display:inline-block;padding:.5rem 0;min-height:2.75rem;min-width:2.75rem}
.facts{margin:.75rem 0 1rem;border-top:1px solid #cfd5dd}
.facts div{padding:.55rem 0;border-bottom:1px solid #e3e7ec;overflow:hidden}
.facts dt{float:left;width:8rem;color:#4d5763}
.facts dd{margin:0 0 0 8.75rem}
table{width:100%;border-collapse:collapse;margin:1rem 0;line-height:1.6}
table.narrow{max-width:26rem}
caption{text-align:left;font-weight:700;padding:.75rem 0 .25rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .75rem .6rem 0;border-bottom:1px solid #e3e7ec}
th:last-child,td:last-child{padding-right:0}
tbody th{font-weight:400}
thead th{color:#4d5763;font-weight:400;border-bottom:1px solid #8b95a1}
tfoot th,tfoot td{font-weight:700;border-top:1px solid #8b95a1}
td a.figure,th .block{margin:-.6rem 0}
.nb{display:inline-block;white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums}
thead .number,td.number{white-space:nowrap}
.items{padding-left:2.25rem}
.items li>.block{display:block}
.village{white-space:nowrap}
.items li{padding:.25rem 0;margin:0;border-bottom:1px solid #e3e7ec}
.checks{padding-left:1.5rem}
.checks h3{margin-top:0}
.checks li{margin-bottom:1.25rem}
pre,code{font-family:"Sarasa Mono SC","Noto Sans Mono CJK SC",Menlo,Consolas,monospace;font-size:.875rem}
code{word-break:break-all}
pre{margin:.5rem 0;padding:.75rem 1rem;background:#f3f5f8;border:1px solid #cfd5dd;white-space:pre-wrap;word-break:break-all;line-height:1.6}
.report{max-width:38rem}
.report h1{text-align:center;margin:2rem 0 1.5rem;word-break:keep-all;overflow-wrap:break-word}
.report p{text-indent:2em}
.report .signature,.report .date{text-align:right;text-indent:0;margin:0}
.report .signature{margin-top:2rem}
.report .note{margin-top:1.5rem}
.foot{margin-top:2rem;padding:.75rem 0 1.5rem;border-top:1px solid #cfd5dd;background:#f3f5f8;font-size:.9375rem}
.foot a{display:inline-block;padding:.5rem 0;min-height:2.75rem;min-width:2.75rem;margin-right:1.5rem}
@media (min-width:36rem){
  .figures{table-layout:fixed}
  .figures .number{width:7.5rem}
}
@media (max-width:36rem){
  .facts dt{float:none;width:auto}
  .facts dd{margin:0}
  .items{padding-left:1.75rem}
}
html[data-contrast=high] body,html[data-contrast=high] .site,html[data-contrast=high] .stripe{background:#fff;color:#000}
html[data-contrast=high] .lead,html[data-contrast=high] .meta,html[data-contrast=high] .note,html[data-contrast=high] .foot,
html[data-contrast=high] .crumbs ol,html[data-contrast=high] .facts dt,html[data-contrast=high] thead th,
html[data-contrast=high] .mark,html[data-contrast=high] .columns a[aria-current]{color:#000}
html[data-contrast=high] .top,html[data-contrast=high] .foot,html[data-contrast=high] .hint,html[data-contrast=high] .empty,
html[data-contrast=high] pre,html[data-contrast=high] .mark{background:#fff;border-color:#000}
html[data-contrast=high] a{color:#00257a;text-decoration:underline}
html[data-contrast=high] .site{color:#000;text-decoration:none}
html[data-contrast=high] th,html[data-contrast=high] td,html[data-contrast=high] .facts,html[data-contrast=high] .facts div,
html[data-contrast=high] .links li,html[data-contrast=high] .items li,html[data-contrast=high] .columns{border-color:#000}
html[data-contrast=high] a:focus{outline-color:#000}
html[data-contrast=high] .form textarea,html[data-contrast=high] .form input,html[data-contrast=high] .error{background:#fff;color:#000;border-color:#000}
html[data-contrast=high] .form button{background:#00257a}
html[data-contrast=high] .form .help{color:#000}
@page{size:A4;margin:22mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}
@media print{
  html,html[data-size=large]{font-size:11pt}
  body{color:#000}
  .skip,.display,.columns,.crumbs,.pages,.screen,.hint{display:none}
  .wide,p,ul,ol,.report,.facts{max-width:none}
  .wide{padding:0}
  .top,.foot,.hint,.empty,pre{background:#fff}
  a{color:#000;text-decoration:none}
  a.figure{text-decoration:underline;text-decoration-style:dotted}
  .stripe{position:fixed;top:40%;left:0;right:0;background:none;border:0;font-size:44pt;color:#000;opacity:.1;transform:rotate(-24deg)}
  h1,h2,h3,caption{break-after:avoid;page-break-after:avoid}
  tr,li,.facts div{break-inside:avoid;page-break-inside:avoid}
  thead{display:table-header-group}
}
`;

/** With the marks of a checked report, which a page that stands alone carries too. */
export const STYLE = BASE + MARK_STYLE;

/** The address changes with the content, so that a browser may keep it for ever. */
export const STYLE_PATH = `/style-${createHash('sha256').update(STYLE).digest('hex').slice(0, 12)}.css`;

/** The tab's icon. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="#0f4a8a"/><path d="M8 9h16M8 16h16M8 23h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>
`;
