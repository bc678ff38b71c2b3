/** Far more than the arguments of one call take. */
const LONGEST = 4000;

/**
 * Whether the call whose `(`, or `<` of its type arguments, stands at `open` may have `count` arguments or more. Only a
 * list that is plainly shorter is refused: a spread, or text that cannot be followed, may be anything.
 */
export function hasArguments(text: string, open: number, count: number): boolean {
  let depth = 0;
  let commas = 0;
  const end = Math.min(text.length, open + LONGEST);
  for (let at = open; at < end; at += 1) {
    switch (text.charAt(at)) {
      case '(':
      case '[':
      case '{':
        depth += 1;
        break;
      case ')':
      case ']':
      case '}':
        depth -= 1;
        if (depth === 0) return commas + 1 >= count;
        break;
      case ',':
        // One behind the last argument counts as well, which errs on the safe side.
        if (depth === 1) commas += 1;
        if (commas + 1 >= count) return true;
        break;
      case '.':
        if (depth === 1 && text.startsWith('...', at)) return true;
        break;
      // Strings, templates, comments, regular expressions and type arguments are beyond a glance at the text.
      case '"':
      case "'": {
        const close = text.indexOf(text.charAt(at), at + 1);
        if (close === -1 || /[\\\n]/.test(text.slice(at, close))) return true;
        at = close;
        break;
      }
      case '`':
      case '/':
      case '<':
        return true;
    }
  }
  return true;
}
