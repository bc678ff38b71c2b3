import { expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../src/source/edit.js';
import { indentLines, mayMove, moveIn } from '../../src/source/moved-lines.js';
import { parseSource, type SourceFile } from '../../src/source/parse.js';

function parsed(text: string): SourceFile {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  return result.file;
}

function isMovable(text: string): boolean {
  return mayMove(text, parsed(text).ast.program);
}

function movedIn(text: string, edits: readonly Edit[] = []): string {
  const file = parsed(text);
  return applyEdits(text, moveIn(file, file.ast.program, edits, '  '));
}

test('lines move unless a text goes on over their breaks', () => {
  expect(isMovable('f(`a`, {\n  b: "c",\n});')).toBe(true);
  expect(isMovable(`f(\`a \${b(\n  c,\n)}\`);`)).toBe(true);
  expect(isMovable('f(`a\n  b`);')).toBe(false);
  expect(isMovable(`f(\`a \${b}\n\`);`)).toBe(false);
  expect(isMovable('f("a \\\n  b");')).toBe(false);
  expect(isMovable('function f() {\n  "a \\\n  b";\n}')).toBe(false);
  expect(isMovable(`type A = \`a\n\${string}\`;`)).toBe(false);
});

test('all lines but the first and empty ones move in', () => {
  const text = 'a\nb(\r\n\r\n  c\n)\nd';
  const edits = indentLines(text, { start: 0, end: text.length - 2 }, '  ');
  expect(applyEdits(text, edits)).toBe('a\n  b(\r\n\r\n    c\n  )\nd');
});

test('text and comments whose white space counts stay when lines move in', () => {
  expect(movedIn('a(() => {\n  b;\r\n\r\n  c;\n});')).toBe('a(() => {\n    b;\r\n\r\n    c;\n  });');
  expect(movedIn('a(`b\n  c`,\nd);')).toBe('a(`b\n  c`,\n  d);');
  expect(movedIn(`a(\`\n\${b}\`,\nc);`)).toBe(`a(\`\n\${b}\`,\n  c);`);
  expect(movedIn(`a(\`\${b(\n)}\`);`)).toBe(`a(\`\${b(\n  )}\`);`);
  expect(movedIn(`a(\`\n  \${b(\n  )}\`);`)).toBe(`a(\`\n  \${b(\n  )}\`);`);
  expect(movedIn('a("b \\\n  c",\nd);')).toBe('a("b \\\n  c",\n  d);');
  expect(movedIn('a;\n/* b\nc */\nd;')).toBe('a;\n  /* b\nc */\n  d;');
  expect(movedIn('a;\n/**\n * b\n */\nd;')).toBe('a;\n  /**\n   * b\n   */\n  d;');
});

test('what is written into lines that move in moves along', () => {
  expect(movedIn('a;\nb;', [{ start: 2, end: 2, text: '\nc;\n' }])).toBe('a;\n  c;\n\n  b;');
  expect(movedIn('a(b,\nc);', [{ start: 4, end: 5, text: ' ' }])).toBe('a(b, c);');
  expect(movedIn('a(\nb);', [{ start: 3, end: 4, text: '{\n  c,\n}' }])).toBe('a(\n  {\n    c,\n  });');
});
