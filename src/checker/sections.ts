/** A heading that announces next year's work; what stands under it is never compared with results. */
export function isPlanHeading(heading: string): boolean {
  const head = heading.slice(0, 60).split(/[。\n]/)[0] ?? '';
  return /下一步|下步|下一年|下年度|今后|打算|(?:主要|工作)?安排$|主要安排|工作安排|工作计划|思路|展望|努力方向/.test(
    head,
  );
}

/** A heading that reports what was done in the year. */
export function isResultHeading(heading: string): boolean {
  return /举措|成效|措施|做法|开展情况|完成情况|工作情况|落实情况|进展|存在|不足|问题|短板|第一责任人|履行|工作总结|情况报告|情况汇报/.test(
    heading,
  );
}

/** Words that turn a quantity into an aim inside any section. */
export function isPlanClause(clause: string): boolean {
  return /计划|(?<![模虚草比])拟(?!定|订|写)|力争|预计|下一步|明年|下年|将(?:继续|进一步|重点|组织|开展|举办|新建|新增|建设|完成|实现|培训|召开|推动|力争|于)|争取|目标(?:值)?(?:为|是|(?=\d|$))|要求达到|应达到|确保.{0,12}$/.test(
    clause,
  );
}
