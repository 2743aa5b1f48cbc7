/** Where a report is handed in to be checked: the one address that takes something in. */
export const CHECK_PATH = '/check';
export const LARGEST_UPLOAD_MB = 5;
