/**
 * Whether something is so at one of the places where a word stands in a text. The word alone is found quicker than an
 * expression of what has to be around it.
 * @param isSo is given the offset behind the word.
 */
export function isSomewhere(text: string, word: string, isSo: (end: number) => boolean): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    if (isSo(at + word.length)) return true;
  return false;
}

/** Whether a sticky expression matches from `at` on. */
export function matchesAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}
