/**
 * Folds full-width letters, digits, punctuation and blanks to their half-width forms, one UTF-16 unit for one, so that
 * every offset stays what it was. All patterns of the checker are written for the folded text.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u00a0\u2009\u2002\u2003\u202f]/g, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : ' ';
  });
}

/** Chinese punctuation for the messages that people read; a comma between digits is a thousands sign. */
export function unfold(sentence: string): string {
  return sentence
    .replace(/,(?!\d{3})/g, '\uff0c')
    .replace(/;/g, '\uff1b')
    .replace(/:/g, '\uff1a');
}
