import { parse } from '@babel/parser';
import { expect, test } from 'vitest';
import { lineStartsOf, lineTextAt, positionAt } from '../../src/source/positions.js';

const TEXT = '\uFEFFa;\r\nb;\rc;\n\n\td("🙂");\u2028e;\u2029f;';

test('lines and columns are those of the parser, column counted from 1', () => {
  const starts = lineStartsOf(TEXT);
  for (const statement of parse(TEXT).program.body) {
    const { loc, start } = statement;
    expect(positionAt(TEXT, start ?? -1, starts)).toEqual({
      line: loc?.start.line,
      column: (loc?.start.column ?? -1) + 1,
    });
  }
});

test('the line end belongs to its line, and the end of the text is a place', () => {
  expect(positionAt('ab\r\nc', 3)).toEqual({ line: 1, column: 4 });
  expect(positionAt('ab\r\nc', 5)).toEqual({ line: 2, column: 2 });
  expect(positionAt('ab\n', 3)).toEqual({ line: 2, column: 1 });
  expect(positionAt('', 0)).toEqual({ line: 1, column: 1 });
});

test('a line is given without its end', () => {
  expect([1, 2, 3, 4, 5].map((line) => lineTextAt(TEXT, line))).toEqual([
    '\uFEFFa;',
    'b;',
    'c;',
    '',
    '\td("🙂");',
  ]);
  expect(lineTextAt(TEXT, 99)).toBe('');
});
