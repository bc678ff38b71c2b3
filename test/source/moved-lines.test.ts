import { expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edit.js';
import { indentLines, mayMove } from '../../src/source/moved-lines.js';
import { parseSource } from '../../src/source/parse.js';

function isMovable(text: string): boolean {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  return mayMove(text, result.file.ast.program);
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
