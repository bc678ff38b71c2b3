import { expect, test } from 'vitest';
import { type Declaration, declarationsOf } from '../../src/analysis/declarations.js';
import { parseSource } from '../../src/source/parse.js';

function declared(text: string): Declaration[] {
  const parsed = parseSource('lib/signal-server.ts', text);
  if (parsed.kind === 'unparsable') throw new SyntaxError(parsed.problem.message);
  return declarationsOf(parsed.file);
}

const fingerprintOf = (text: string) => declared(text)[0]?.fingerprint;

test('functions, single constants, interfaces and types are declarations, in their order', () => {
  const text = `
    import { cookies } from 'next/headers';
    export const signal = createSignalServer({ apiKey: '' });
    let first = 1, second = 2;
    const { key } = process.env;
    export interface SessionInfo { sessionId?: string }
    type Source = Request | undefined;
    export function getSessionInfo(source: Source): SessionInfo { return {}; }
    class Reader {}
    export { first };
    export default function () {}
    console.log(key, second);
  `;
  expect(declared(text).map(({ name }) => name)).toEqual([
    'signal',
    'SessionInfo',
    'Source',
    'getSessionInfo',
  ]);
});

test('formatting is no difference between two texts, what is written is one', () => {
  const text = "/** Reads\n * the ids. */\nfunction read(a, b) {\n  // Not yet.\n  return [a, 'b'];\n}\n";
  const fingerprint = fingerprintOf(text);
  expect(
    fingerprintOf(
      '/** Reads the\n  ids. */\nfunction read(\n a,\n b,\n) {\n //Not   yet.\n return [a, "b"] }',
    ),
  ).toEqual(fingerprint);
  expect(fingerprintOf(text.replace("'b'", "'c'"))?.code).not.toBe(fingerprint?.code);
  expect(fingerprintOf(text.replace('Not', 'Never'))?.code).not.toBe(fingerprint?.code);
});

test('of the comments above a declaration only the block right above it counts, and for itself', () => {
  const plain = fingerprintOf('function read() {}');
  const described = fingerprintOf('/** Reads the ids. */\nfunction read() {}');
  expect(plain?.doc).toBe('');
  expect(described?.doc).not.toBe('');
  expect(described?.code).toBe(plain?.code);
  expect(fingerprintOf('/** Reads ids. */\nfunction read() {}')?.doc).not.toBe(described?.doc);
  expect(fingerprintOf('/** Old. */\n/** Reads the ids. */\nfunction read() {}')).toEqual(described);
  expect(fingerprintOf('/** Reads the ids. */\n// See above.\nfunction read() {}')?.doc).toBe('');
});
