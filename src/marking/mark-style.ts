/**
 * The look of a checked text, for the public page and for a page that stands alone. Grades are told apart by word,
 * number and kind of line, so that they survive a black and white printer; columns only where there is room.
 */
export const MARK_STYLE = `.checked .row{position:relative}
.checked p{margin:.5rem 0}
.count{border-bottom:1px dotted #4d5763}
.hit{color:#1c222b;text-decoration:none;border-bottom:2px solid #8a4b00;padding-bottom:1px}
.hit .count{border-bottom:0}
.whole{white-space:nowrap}
.hit.certain{background:#fbe8c8;border-bottom-width:3px}
.hit.likely{background:#fdf3df;border-bottom-style:dashed}
.hit.confirm{border-bottom:2px dotted #0f4a8a}
.hit sup{font-size:.75em;line-height:1;margin-left:.1em;font-weight:700;-webkit-user-select:none;user-select:none}
a.hit:hover,a.hit:focus{outline:2px solid #0f4a8a;outline-offset:1px}
.tip{display:none;position:absolute;left:0;right:0;max-width:38rem;margin-top:.25rem;padding:.5rem .75rem;z-index:1;
  background:#fff;color:#1c222b;border:1px solid #4d5763;border-left-width:4px;text-indent:0;font-size:.9375rem;line-height:1.6;
  -webkit-user-select:none;user-select:none}
.tip span{display:block}
.spot:hover .tip,.spot a:focus+.tip{display:block}
.notes{list-style:none;margin:.25rem 0 1rem;padding:0;font-size:.9375rem;line-height:1.6}
.notes li{margin:.25rem 0;padding:.25rem .75rem;border-left:4px solid #8a4b00;background:#fbe8c8;color:#1c222b}
.notes li.likely{border-left-style:dashed;background:#fdf3df}
.notes li.confirm{border-left:4px dotted #0f4a8a;background:#f3f5f8}
.notes li:target{outline:2px solid #0f4a8a}
.no{display:inline-block;min-width:1.25em;font-weight:700}
.grade{margin-right:.5em}
.findings{padding-left:2rem;max-width:none}
.findings li{margin:0;border-bottom:1px solid #e3e7ec}
.findings a{display:block;padding:.5rem 0;min-height:2.75rem;color:#1c222b;text-decoration:none}
.findings a:hover{text-decoration:underline}
.key{color:#4d5763}
@media (min-width:60rem){
  .checked .row{display:flex}
  .checked .row p{flex:0 1 38rem;width:38rem}
  .checked .notes{flex:1 1 14rem;margin:.5rem 0 .5rem 2rem}
}
html[data-contrast=high] .hit,html[data-contrast=high] .notes li,html[data-contrast=high] .tip{background:#fff;color:#000;border-color:#000}
html[data-contrast=high] .count{border-color:#000}
html[data-contrast=high] .key,html[data-contrast=high] .findings a{color:#000}
@media print{
  .tip{display:none!important}
  .checked .row{display:flex}
  .checked .row p{flex:0 0 62%;width:62%;margin:.25em 0;orphans:2;widows:2}
  .checked .notes{flex:1 1 auto;margin:.25em 0 .25em 4%;font-size:8.5pt;line-height:1.45}
  .notes li,.notes li.likely,.notes li.confirm{background:#fff;border-color:#000;padding:0 0 0 .5em;break-inside:avoid;page-break-inside:avoid}
  .hit,.hit.certain,.hit.likely,.hit.confirm{background:none;color:#000;border-color:#000}
  .count{border-color:#000}
  .findings a{min-height:0;padding:.15em 0;color:#000}
  .findings li{break-inside:avoid;page-break-inside:avoid}
}
`;

/** What a page that stands alone needs around it; the public site has its own. */
export const PAGE_STYLE = `*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:#fff;color:#1c222b;line-height:1.75;line-break:strict;overflow-wrap:break-word;word-wrap:break-word;
  font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.4;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem}
p{margin:.5rem 0;max-width:38rem}
.meta{margin:0;color:#4d5763;font-size:.9375rem}
a:focus-visible{outline:3px solid #0f4a8a;outline-offset:2px}
@page{size:A4;margin:20mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}
@media print{
  html{font-size:10.5pt}
  body{color:#000;line-height:1.6}
  main{max-width:none;padding:0}
  .screen{display:none}
  .meta{color:#000}
  h2{break-after:avoid;page-break-after:avoid}
}
`;
