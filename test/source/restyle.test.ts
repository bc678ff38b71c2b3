import { describe, expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse.js';
import { restyle } from '../../src/source/restyle.js';
import type { FileStyle } from '../../src/source/style.js';

const OURS: FileStyle = {
  eol: '\n',
  quote: "'",
  semicolons: true,
  indent: '  ',
  trailingComma: true,
  trailingCommaInCalls: true,
  width: 80,
  tabWidth: 2,
};

function restyled(text: string, style: Partial<FileStyle>): string {
  const result = parseSource('a.tsx', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  const after = restyle(result.file, { ...OURS, ...style });
  expect(parseSource('a.tsx', after).kind, after).toBe('parsed');
  return after;
}

test('text of ours stays as it is in our own style', () => {
  const text = "'use client';\n\nf({\n  a: 'b',\n});\n";
  expect(restyled(text, {})).toBe(text);
});

describe('other quotes', () => {
  test.each([
    ["'use client';\nimport a from 'a';\nf('');\n", '"use client";\nimport a from "a";\nf("");\n'],
    ["f('a\"b', 'c\\'d', 'e\\n');\n", "f('a\"b', 'c\\'d', 'e\\n');\n"],
    ['f(`\'a\'`, "b");\n', 'f(`\'a\'`, "b");\n'],
    ["<a b='c' />;\n", '<a b="c" />;\n'],
  ])('%j', (text, after) => {
    expect(restyled(text, { quote: '"' })).toBe(after);
  });
});

describe('no semicolons', () => {
  test.each([
    ["'use client';\nimport 'a';\nlet b = 1;\nf();\n", "'use client'\nimport 'a'\nlet b = 1\nf()\n"],
    ['const a = 1;\nexport { a };\n', 'const a = 1\nexport { a }\n'],
    ['function f() {\n  return 1;\n}\n', 'function f() {\n  return 1\n}\n'],
    [
      'type A = B;\ninterface C {\n  d: E;\n  f(): G;\n}\n',
      'type A = B\ninterface C {\n  d: E\n  f(): G\n}\n',
    ],
    ['class A {\n  b = 1;\n}\nfor (;;) {}\n', 'class A {\n  b = 1;\n}\nfor (;;) {}\n'],
    ['f();\n[a].map(b);\n', 'f();\n[a].map(b)\n'],
    ['f();\n\n  (a)();\n', 'f();\n\n  (a)()\n'],
    ['f();\n`a`;\n', 'f();\n`a`\n'],
    ['f();\n+a;\n', 'f();\n+a\n'],
    ['f();\n-a;\n', 'f();\n-a\n'],
    ['f();\n/a/.test(b);\n', 'f();\n/a/.test(b)\n'],
    ['f();\n// a\ng();\n', 'f()\n// a\ng()\n'],
    ['f();\n/* a */\n', 'f()\n/* a */\n'],
    ['f();\n// a\n(b)();\n', 'f();\n// a\n(b)()\n'],
  ])('%j', (text, after) => {
    expect(restyled(text, { semicolons: false })).toBe(after);
  });
});

describe('no trailing commas', () => {
  test.each([
    ['f({\n  a,\n}, [\n  b,\n]);\n', 'f({\n  a\n}, [\n  b\n]);\n'],
    ['f({ a, b });\n', 'f({ a, b });\n'],
  ])('%j', (text, after) => {
    expect(restyled(text, { trailingComma: false })).toBe(after);
  });
});

test('other indentation and line ends, of the beginnings of lines only', () => {
  const text = 'if (a) {\n  if (b) {\n    c();  // d\n  }\n}\n';
  expect(restyled(text, { indent: '\t', eol: '\r\n' })).toBe(
    'if (a) {\r\n\tif (b) {\r\n\t\tc();  // d\r\n\t}\r\n}\r\n',
  );
  expect(restyled(text, { indent: '    ' })).toContain('\n        c();  // d\n');
});

test('all at once', () => {
  const style = { quote: '"', semicolons: false, trailingComma: false, indent: '\t' } as const;
  expect(restyled("f('a', {\n  b: 'c',\n});\n", style)).toBe('f("a", {\n\tb: "c"\n})\n');
});
