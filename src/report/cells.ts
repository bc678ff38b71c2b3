/** One character as a terminal shows it. */
export interface Cell {
  readonly text: string;
  /** Columns it takes: 0 for combining marks, 2 for wide characters. */
  readonly width: number;
  /** Its offset in the original text. */
  readonly offset: number;
}

const TAB_WIDTH = 4;

// Control characters could move the cursor or change colours; bidirectional and invisible ones could make code read
// as something it is not.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
// Letters of Europe, quotes, dashes and lines: the expressions below take a while to be made.
const PLAIN = /[\u00A1-\u00AC\u00AE-\u024F\u2010-\u2027\u2500-\u257F]/;
const COMBINING = /\p{M}/u;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** Most of what is shown: each character is itself and takes one column. */
const PLAIN_LINE = /^(?!.*##\[)[ -~]*$/;

/**
 * Splits one line into what a terminal will show, with tabs expanded, and unsafe characters and what GitHub's runner
 * would obey written as escapes.
 */
export function cellsOf(line: string, unicode = true): Cell[] {
  if (PLAIN_LINE.test(line)) return Array.from(line, (text, offset) => ({ text, width: 1, offset }));
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const isCommand = line.startsWith('##[', offset);
    const cell = { ...(isCommand ? escaped(character) : shown(character, column, unicode)), offset };
    // A BOM belongs to the file, not to its first line of code.
    if (!(character === '\uFEFF' && offset === 0)) cells.push(cell);
    else cells.push({ text: '', width: 0, offset });
    column += cells.at(-1)?.width ?? 0;
    offset += character.length;
  }
  return cells;
}

/** A name for running text, with the same characters written as escapes. */
export function safeName(name: string): string {
  return [...name]
    .map((character) => (UNSAFE.test(character) ? escaped(character).text : character))
    .join('');
}

function shown(character: string, column: number, unicode: boolean): { text: string; width: number } {
  if (character === '\t') {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { text: ' '.repeat(width), width };
  }
  if (character >= ' ' && character <= '~') return { text: character, width: 1 };
  if (unicode && PLAIN.test(character)) return { text: character, width: 1 };
  if (!unicode || UNSAFE.test(character)) return escaped(character);
  if (COMBINING.test(character)) return { text: character, width: 0 };
  return { text: character, width: WIDE.test(character) ? 2 : 1 };
}

function escaped(character: string): { text: string; width: number } {
  const code = character.codePointAt(0) ?? 0;
  const text = code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  return { text, width: text.length };
}

/** One line of text, made safe to print: nothing in it can drive the terminal or a service that reads the log. */
export function safe(text: string, unicode = true): string {
  if (PLAIN_LINE.test(text)) return text;
  return cellsOf(text, unicode)
    .map((cell) => cell.text)
    .join('');
}

export function widthOf(text: string): number {
  return PLAIN_LINE.test(text) ? text.length : cellsOf(text).reduce((sum, cell) => sum + cell.width, 0);
}
