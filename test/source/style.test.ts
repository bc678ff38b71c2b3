import { describe, expect, test } from 'vitest';
import type { Formatting } from '../../src/source/formatting.js';
import { indentAt, widthOfLine } from '../../src/source/lines.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';

function parsed(text: string, formatting?: Formatting): SourceFile {
  const result = parseSource('a.tsx', text, formatting && (() => formatting));
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
      tabWidth: 2,
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
    ["/** @type {import('a')} */\nf(); // it's 'b'\n", '"'],
    ['f(\'a\');\nx = <a b="c" d="e" />;\n', "'"],
    ['f("it\'s", "its", \'a "b"\', \'c "d"\');\n', '"'],
    ["f(`'a' 'b'`, /'c' 'd'/, \"e\");\n", '"'],
    ["function f() { 'use server'; }\n", "'"],
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
    expect(styleOf('f(\'abc\', "de");\ng()\n', like)).toMatchObject({ quote: "'", semicolons: false });
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
    ['x = {\n  a,\n};\nf(\n  g({\n    b,\n  })\n);\n', true, false],
    ['x = {\n  a,\n};\nf(\n  a,\n  [b]\n).g();\n', true, false],
    ['x = {\n  a,\n};\nf(\n  `a` // b, c\n);\n', true, false],
    ['x = {\n  a,\n};\nfunction f(\n  a: string,\n  b?: string\n) {}\n', true, false],
    ['x = {\n  a,\n};\ny = async (\n  a = 1,\n) => a;\n', true, true],
    ['x = {\n  a,\n};\nf(a, {\n  b,\n});\nif (\n  a &&\n  b\n) {\n  c();\n}\n', true, true],
    ['x = {\n  a,\n};\nfunction f(\n  ...a\n) {}\nconst y = (\n  a()\n);\n', true, true],
    ['x = {\n  a,\n};\nnew F(\n  a\n);\nf?.(\n  a\n);\n', true, false],
  ])('ends lists in a comma as most of those that span lines do: %j', (text, inLists, inCalls) => {
    expect(styleOf(text)).toMatchObject({ trailingComma: inLists, trailingCommaInCalls: inCalls });
  });

  test('has the width that all but a few lines keep within', () => {
    const lines = (...widths: number[]) =>
      Array.from({ length: 100 }, (_, at) => `f(a, ${'b'.repeat((widths[at] ?? 8) - 7)});`).join('\n');
    expect(styleOf(lines(80, 80, 80)).width).toBe(80);
    expect(styleOf(lines(81, 200)).width).toBe(80);
    expect(styleOf(lines(81, 81, 100)).width).toBe(100);
    expect(styleOf(lines(81, 101, 101)).width).toBe(100);
    expect(styleOf(lines(101, 101, 101)).width).toBe(120);
  });

  test.each<[what: string, line: string]>([
    ['an import of one name', `import { a${'a'.repeat(90)} } from 'b';`],
    ['an import for its side effect', `import '${'a'.repeat(90)}';`],
    ['an export of all names', `export * from '${'a'.repeat(90)}';`],
    ['a string', `f(\n  '${'a'.repeat(90)}',\n);`],
    ['a directive', `'${'a'.repeat(90)}';`],
    ['a template', `const a = \`${'a'.repeat(68)}\${b}\`;`],
    ['a line of a template', `f(\`\n${'a '.repeat(50)}\n\`);`],
    ['a comment', `// ${'a '.repeat(50)}`],
    ['a comment at the end', `f(a); // ${'a '.repeat(50)}`],
    ['a line of a comment', `/*\n * ${'a '.repeat(50)}\n */`],
    ['a URL', `const a =\n  'https://${'a/'.repeat(40)}';`],
    ['a regular expression', `/${'a'.repeat(90)}/.test(b);`],
    ['text in JSX', `x = (\n  <p>\n    ${'a '.repeat(50)}\n  </p>\n);`],
    ['a comment in JSX', `x = (\n  <p>\n    {/* ${'a '.repeat(50)} */}\n  </p>\n);`],
    ['an attribute', `x = (\n  <p\n    a\n    b="${'a '.repeat(50)}"\n  />\n);`],
    ['a lone attribute', `x = (\n  <ppppppppp className="${'a '.repeat(30)}">\n    a\n  </ppppppppp>\n);`],
  ])('is not made wider by what cannot be broken up: %s', (_, line) => {
    expect(styleOf(`${line}\n`).width).toBe(80);
  });

  test.each<[what: string, line: string]>([
    ['a call', `f(${'a'.repeat(40)}, ${'a'.repeat(50)});`],
    ['an import of several names', `import { ${'a'.repeat(40)}, b${'a'.repeat(30)} } from 'b';`],
    ['a short string', `f(${'a'.repeat(40)}, '${'a'.repeat(50)}'); // a`],
    ['a template among arguments', `f(${'a'.repeat(40)}, \`${'a'.repeat(50)}\`);`],
    ['several attributes', `x = <p a="${'a'.repeat(40)}" b="${'a'.repeat(40)}" />;`],
  ])('is made wider by what could have been broken up: %s', (_, line) => {
    expect(styleOf(`${line}\n`).width).toBe(100);
  });
});

describe('the set-up of a formatter', () => {
  const OTHER: Formatting = {
    width: 100,
    quote: "'",
    semicolons: false,
    tabs: true,
    tabWidth: 4,
    trailingCommas: 'none',
  };
  const configured = (text: string, formatting: Formatting, like?: string): FileStyle =>
    detectStyle(parsed(text, formatting), like === undefined ? undefined : parsed(like));

  test('decides where the text says nothing, before another file does', () => {
    expect(configured('', OTHER, 'import "a";\n')).toEqual({
      eol: '\n',
      quote: "'",
      semicolons: false,
      indent: '\t',
      trailingComma: false,
      trailingCommaInCalls: false,
      width: 100,
      tabWidth: 4,
    });
    expect(configured('f(\'a\', "b");\ng()\n', OTHER)).toMatchObject({ quote: "'", semicolons: false });
  });

  test('decides about nothing that the text says, but for the width', () => {
    const text = 'import "a";\nif (b) {\n  f(\n    {\n      c,\n    },\n  );\n}\n';
    expect(configured(text, OTHER)).toMatchObject({
      quote: '"',
      semicolons: true,
      indent: '  ',
      trailingComma: true,
      trailingCommaInCalls: true,
      width: 100,
    });
    const long = `f(${'a'.repeat(40)}, ${'a'.repeat(60)});\n`.repeat(3);
    expect(configured(long, { width: 80 }).width).toBe(80);
  });

  test('leaves to the text, and to another file, what it does not say', () => {
    expect(configured('', {}, "import 'a'\n")).toMatchObject({ quote: "'", semicolons: false, width: 80 });
    expect(configured('', { tabs: false }).indent).toBe('  ');
    expect(configured('', { tabWidth: 4 }).indent).toBe('    ');
  });

  test.each<[Formatting['trailingCommas'], boolean, boolean]>([
    ['all', true, true],
    ['es5', true, false],
    ['none', false, false],
  ])('ends lists in commas as it says: %s', (trailingCommas, inLists, inCalls) => {
    const expected = { trailingComma: inLists, trailingCommaInCalls: inCalls };
    expect(configured('f({ a });\n', { trailingCommas })).toMatchObject(expected);
  });

  test('ends arguments in commas as it says where the text says so of literals only', () => {
    const text = 'x = {\n  a,\n};\n';
    expect(configured(text, { trailingCommas: 'es5' }).trailingCommaInCalls).toBe(false);
    expect(configured(`${text}f(\n  a,\n);\n`, { trailingCommas: 'es5' }).trailingCommaInCalls).toBe(true);
    expect(configured(`${text}f(\n  a\n);\n`, { trailingCommas: 'all' }).trailingCommaInCalls).toBe(false);
  });

  test('is asked once, and only where something rests on it', () => {
    let asked = 0;
    const ask = (): Formatting => {
      asked += 1;
      return OTHER;
    };
    const file: SourceFile = { ...parsed('import "a";\n'), formatting: ask };
    const style = detectStyle(file);
    expect([style.quote, style.semicolons, asked]).toEqual(['"', true, 0]);
    expect([style.width, style.indent, asked]).toEqual([100, '\t', 1]);
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
  expect(widthOfLine('\uFEFFab\r', 2)).toBe(2);
  expect(widthOfLine('\t\ta\tb  ', 2)).toBe(7);
  expect(widthOfLine('\t\ta\tb  ', 4)).toBe(11);
  expect(widthOfLine('\uFEFF\ta', 4)).toBe(5);
});
