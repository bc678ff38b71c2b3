import { describe, expect, test } from 'vitest';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { detectStyle, type FileStyle, indentAt, widthOfLine } from '../../src/source/style.js';

function parsed(text: string): SourceFile {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  return result.file;
}

function styleOf(text: string, like?: string): FileStyle {
  return detectStyle(parsed(text), like === undefined ? undefined : parsed(like));
}

describe('the style of a file', () => {
  test('that says nothing is that of Prettier', () => {
    expect(styleOf('')).toEqual({
      eol: '\n',
      quote: '"',
      semicolons: true,
      indent: '  ',
      trailingComma: true,
      trailingCommaInCalls: true,
      width: 80,
    });
  });

  test.each<[string, FileStyle['eol']]>([
    ['a();\r\nb();\r\n', '\r\n'],
    ['a();\r\nb();\n', '\n'],
    ['a();\r\nb();\r\nc();\n', '\r\n'],
  ])('has the line ends of most lines: %j', (text, eol) => {
    expect(styleOf(text).eol).toBe(eol);
  });

  test.each<[string, FileStyle['quote']]>([
    ['import \'a\';\nf("b", "c");\n', "'"],
    ["import \"a\";\nf('b', 'c');\n", '"'],
    ['\'use client\';\nf("b", "c");\n', "'"],
    ['export * from \'a\';\nf("b", "c");\n', "'"],
    ["import 'a';\nimport \"b\";\nf('c');\n", "'"],
    ['f(\'abc\', "de", "fg");\n', '"'],
    ["f('abc', 'de', \"fg\");\n", "'"],
    ['f(\'abc\', "de");\n', '"'],
  ])('has the quotes of its imports and directives, else of its strings: %j', (text, quote) => {
    expect(styleOf(text).quote).toBe(quote);
  });

  test.each<[string, boolean]>([
    ["import 'a';\nf();\ng()\n", true],
    ["import 'a'\nf();\ng()\n", false],
    ["export * from 'a'\nconst b = 1\n", false],
    ["'use client'\n", false],
    ["'use client'\nf();\n", true],
    ['f()\n;[1].map(g)\n', false],
    ['function f() { g(); }\nh()\n', false],
  ])('has the semicolons of its statements: %j', (text, semicolons) => {
    expect(styleOf(text).semicolons).toBe(semicolons);
  });

  test('is that of another in quotes and semicolons where it says nothing', () => {
    const like = "import 'a'\n";
    expect(styleOf('', like)).toMatchObject({ quote: "'", semicolons: false });
    expect(styleOf('function f() { return "a"; }\n', like)).toMatchObject({ quote: '"', semicolons: false });
    expect(styleOf('f("a");\n', like)).toMatchObject({ quote: '"', semicolons: true });
    expect(styleOf('f(\'abc\', "de");\ng()\n', like)).toMatchObject({ quote: '"', semicolons: true });
    expect(styleOf('', 'function f() {}\n')).toMatchObject({ quote: '"', semicolons: true });
  });

  test.each<[string, string]>([
    ['if (a) {\n\tb();\n}\n', '\t'],
    ['if (a) {\n    b();\n}\n', '    '],
    ['if (a) {\n  if (b) {\n    c();\n  }\n}\n', '  '],
    ['if (a) {\n   b();\n}\n', '   '],
    // The odd steps come first and last.
    ['f(a,\n      b);\nif (a) {\n  b();\n}\nif (c) {\n  d();\n}\nf(a,\n    b);\n', '  '],
    ['/*\n    a\n\n    b\n */\nif (a) {\n  b();\n}\nif (c) {\n  d();\n}\nif (e) {\n  f();\n}\n', '  '],
    ['if (a) {\n\tb();\n}\nif (a) {\n  b();\n}\n', '  '],
    ['f();\n g();\nf();\n g();\nif (a) {\n  b();\n}\n', '  '],
    ['a\t= 1;\nb\t= 2;\nif (c) {\n  d();\n}\n', '  '],
  ])('has the indentation of most blocks: %j', (text, indent) => {
    expect(styleOf(text).indent).toBe(indent);
  });

  test.each<[string, boolean, boolean]>([
    ['x = {\n  a,\n};\n', true, true],
    ['x = {\n  a\n};\n', false, false],
    ['x = [\n  a\n];\n', false, false],
    ['x = { a };\ny = {\n};\nz = {};\n', true, true],
    ['x = {\n  a,\n};\nf(\n  a\n);\n', true, false],
    ['x = {\n  a,\n};\nf(\n  a,\n);\n', true, true],
    ['x = {\n  a,\n};\nf(\n  a,\n);\nf(\n  b\n);\n', true, true],
    ['x = {\n  a,\n};\nf(\n  a,\n);\nf(\n  b\n);\nf(\n  "c"\n)\n', true, false],
    ['x = {\n  a\n};\nf(\n  a,\n);\n', false, false],
    ['x = {\n  a,\n};\ny = {\n  b\n};\n', true, true],
  ])('ends lists in a comma as most of those that span lines do: %j', (text, inLists, inCalls) => {
    expect(styleOf(text)).toMatchObject({ trailingComma: inLists, trailingCommaInCalls: inCalls });
  });

  test('has the width that all but a few lines keep within', () => {
    const lines = (...widths: number[]) =>
      Array.from({ length: 100 }, (_, at) => `// ${'a'.repeat((widths[at] ?? 4) - 3)}`).join('\n');
    expect(styleOf(lines(80, 80, 80)).width).toBe(80);
    expect(styleOf(lines(81, 200)).width).toBe(80);
    expect(styleOf(lines(81, 81, 100)).width).toBe(100);
    expect(styleOf(lines(81, 101, 101)).width).toBe(100);
    expect(styleOf(lines(101, 101, 101)).width).toBe(120);
  });
});

test('a line is indented as its own beginning is, a BOM set aside', () => {
  const text = '\uFEFF  a();\n\t b();\nc();\n';
  expect(['a', 'b', 'c'].map((call) => indentAt(text, text.indexOf(call)))).toEqual(['  ', '\t ', '']);
  expect(indentAt('  a();\n    b();\n', 7)).toBe('    ');
  expect(indentAt('  a();\n    b();\n', 6)).toBe('  ');
  expect(indentAt("a('\uFEFF  ');\n", 5)).toBe('');
});

test('a line is as wide as an editor shows it', () => {
  expect(widthOfLine('\uFEFFab\r')).toBe(2);
  expect(widthOfLine('\t\ta\tb  ')).toBe(7);
});
