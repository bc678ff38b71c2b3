import { cellsOf, widthOf } from './cells.js';
import type { Terminal } from './terminal.js';

/** One line of safe text as it is printed: broken where it goes to a terminal, whole where it goes to a pipe. */
export function wrapped(text: string, { wrap, width }: Pick<Terminal, 'wrap' | 'width'>): string[] {
  return wrap ? wrapLine(text, width) : [text];
}

/**
 * Breaks one line of safe text between words, and inside a word that is wider than a whole line (paths after a `/`
 * where possible). Leading spaces are kept on every line.
 */
export function wrapLine(text: string, width: number): string[] {
  if (widthOf(text) <= width) return [text];
  const indent = /^ */.exec(text)?.[0].slice(0, Math.max(0, width - 8)) ?? '';
  const room = Math.max(1, width - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/ +/)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, room);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  lines.push(line);
  return lines.map((content) => indent + content);
}

function breakWord(word: string, room: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const cell of cellsOf(word)) {
    if (width + cell.width > room && piece !== '') {
      const slash = piece.lastIndexOf('/') + 1;
      const cut = slash > room / 2 ? slash : piece.length;
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      width = widthOf(piece);
    }
    piece += cell.text;
    width += cell.width;
  }
  return [...pieces, piece];
}
