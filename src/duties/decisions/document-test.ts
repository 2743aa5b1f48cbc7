/**
 * The short test that tells a normative document from an internal rule (规范性文件和内部制度的区别): what binds people
 * outside the office, whoever they are and time after time, is a normative document, whatever it is called.
 */
export const NORMATIVE = {
  rights: '涉及公民、法人和其他组织的权利义务',
  general: '对象不特定，普遍适用',
  repeated: '在一定期限内反复适用',
  outside: '对外公布、要求群众或者企业照办',
} as const;
