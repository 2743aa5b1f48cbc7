/** What a clean-up (清理) says of a normative document (清理结果). */
export const CLEANUP_RESULTS = {
  kept: '继续有效',
  amend: '需要修改',
  repeal: '废止',
  invalid: '宣布失效',
} as const;
