/**
 * How many levels a text may seem to have. Measured with oxc 0.159, a level takes less than 2 KB of the stack, which is
 * 1 MB where it is smallest.
 */
const MAX_LEVELS = 400;
/** In more text there is room for levels that are not seen here. */
const MAX_LENGTH = 100_000;
/** `else if` goes on where a statement has ended. */
const MAX_ELSES = 200;

const OTHER = 0;
const SPACE = 1;
const NAMES = 2;
const OPENS = 3;
const CLOSES = 4;
const PARTS = 5;
const OPERATES = 6;

const KIND = new Uint8Array(128).fill(OTHER);
for (const [kind, characters] of [
  [SPACE, ' \t\r\n'],
  [NAMES, '$_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [OPENS, '([{'],
  [CLOSES, ')]}'],
  [PARTS, ',;'],
  [OPERATES, '.+-*/%&|^!~?=<>:'],
] as const)
  for (const character of characters) KIND[character.charCodeAt(0)] = kind;

const LINE_FEED = 10;
const LETTER_E = 101;
const STARTS_STATEMENT =
  /(?:const|let|var|return|export|import|if|for|switch|try|throw|type|interface)\b(?!\()/y;

/**
 * Whether a parser that goes down its stack for each level might come to the end of it: by the brackets that are open
 * and what is chained in each of them, taken from the characters alone. Strings and comments count like code, so that
 * the answer is a guess, and mostly too high.
 */
export function mayNestDeeply(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  const chains = new Int32Array(MAX_LEVELS + 2);
  let level = 0;
  let chained = 0;
  let elses = 0;
  let before = OTHER;
  let isNamed = false;
  let isOnNewLine = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (KIND[code] as number) : NAMES;
    if (kind === NAMES && before === NAMES) continue;
    if (kind === SPACE) {
      if (code === LINE_FEED) isOnNewLine = true;
      before = SPACE;
      continue;
    }
    let parts = kind === CLOSES || kind === PARTS;
    let chain = false;
    if (kind === OPERATES) {
      parts = before === OPERATES && isEnd(text, at);
      chain = !parts;
    } else if (kind === OPENS) {
      // As in `A[][]`.
      chain = before === CLOSES;
    } else if (kind === NAMES) {
      if (code === LETTER_E && text.startsWith('else', at)) elses += 1;
      parts = isOnNewLine && startsStatement(text, at);
      // As in `new new a`.
      chain = !parts && isNamed;
    }
    if (parts) {
      chained -= chains[level] as number;
      chains[level] = 0;
    }
    if (chain) {
      chained += 1;
      chains[level] = (chains[level] as number) + 1;
    }
    if (kind === OPENS) {
      level += 1;
      chains[level] = 0;
    } else if (kind === CLOSES && level > 0) level -= 1;
    if (level + chained > MAX_LEVELS || elses > MAX_ELSES) return true;
    isNamed = kind === NAMES;
    isOnNewLine = false;
    before = kind;
  }
  return false;
}

/** `</`, `/>` and comments end something. */
function isEnd(text: string, at: number): boolean {
  const two = text.slice(at - 1, at + 1);
  return two === '</' || two === '/>' || two === '*/';
}

function startsStatement(text: string, at: number): boolean {
  STARTS_STATEMENT.lastIndex = at;
  return STARTS_STATEMENT.test(text);
}
