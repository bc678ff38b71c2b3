import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FileDiff, renderDiff, unifiedDiff } from '../../src/report/diff.js';
import { projectDir } from '../runner/project-dir.js';

const PLAIN = { width: 80, wrap: true, colour: false, unicode: true };

function gitApply(root: string, patch: string): void {
  execFileSync('git', ['apply', '-p1', '--whitespace=nowarn', '-'], { cwd: root, input: patch });
}

function expectToApply(files: readonly FileDiff[]): void {
  const inputs = files.flatMap(({ path, before }) => (before === undefined ? [] : [[path, before] as const]));
  const root = projectDir(Object.fromEntries(inputs));
  gitApply(root, unifiedDiff(files));
  for (const { path, after } of files) {
    expect(existsSync(join(root, path)), path).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toBe(after);
  }
}

describe('git apply takes our diff and arrives at the same bytes', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index}\n`).join('');

  test.each<[string, string | undefined, string]>([
    ['an edit in the middle', lines, lines.replace('line 9\n', 'line nine\nand more\n')],
    ['edits far apart', lines, lines.replace('line 2\n', '').replace('line 27', 'LINE 27')],
    ['an edit of the first and the last line', lines, `new\n${lines}end\n`],
    ['a file that never had a final line end', 'a\nb', 'a\nB'],
    ['a file that gains its final line end', 'a\nb', 'a\nb\n'],
    ['a file that loses its final line end', 'a\nb\n', 'a\nb'],
    ['CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
    ['a BOM', '\uFEFFa\nb\n', '\uFEFFx\na\nb\n'],
    ['lone carriage returns and line separators', 'a\rb\u2028c\nd\n', 'a\rb\u2028c\nD\n'],
    ['an empty file that gets text', '', 'a\n'],
    ['a created file', undefined, 'a\nb\n'],
    ['a created file without a final line end', undefined, 'a'],
    ['lines that look like a header', '-- a\n++ b\n', '-- x\n++ y\n'],
  ])('%s', (_, before, after) => {
    expectToApply([{ path: 'app/route.ts', before, after }]);
  });

  test.each([
    'app/(shop)/[id]/@modal/(.)photo/route.ts',
    'my app/with space.ts',
    'lib/größe/中文.ts',
    'lib/quo"te\\back.ts',
  ])('the path %s', (path) => {
    expectToApply([{ path, before: 'a\n', after: 'b\n' }]);
    expectToApply([{ path, before: undefined, after: 'b\n' }]);
  });

  test('several files at once', () => {
    expectToApply([
      { path: 'a.ts', before: 'a', after: 'b' },
      { path: 'lib/signal-server.ts', before: undefined, after: 'x\n' },
      { path: 'same.ts', before: 'same\n', after: 'same\n' },
      { path: 'b.ts', before: '1\n2\n', after: '2\n' },
    ]);
  });
});

test('the diff has a/ and b/ names and three lines of context', () => {
  const before = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
  expect(unifiedDiff([{ path: 'app/a.ts', before, after: before.replace('5', 'five') }])).toBe(
    '--- a/app/a.ts\n+++ b/app/a.ts\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
  );
  expect(unifiedDiff([{ path: 'n.ts', before: undefined, after: 'x' }])).toBe(
    '--- /dev/null\n+++ b/n.ts\n@@ -0,0 +1,1 @@\n+x\n\\ No newline at end of file\n',
  );
});

test('a file that does not change has no diff', () => {
  expect(unifiedDiff([{ path: 'a.ts', before: 'a', after: 'a' }])).toBe('');
});

describe('the diff for a person', () => {
  test('is coloured where the terminal can', () => {
    const diff = renderDiff([{ path: 'a.ts', before: 'a\n', after: 'b\n' }], { ...PLAIN, colour: true });
    expect(diff.split('\n')).toEqual([
      '\u001B[1m--- a/a.ts\u001B[22m',
      '\u001B[1m+++ b/a.ts\u001B[22m',
      '\u001B[36m@@ -1,1 +1,1 @@\u001B[39m',
      '\u001B[31m-a\u001B[39m',
      '\u001B[32m+b\u001B[39m',
      '',
    ]);
  });

  test('is the same text as the plain one', () => {
    const files = [{ path: 'a.ts', before: '\ta\n-- b\n', after: '\tc\n++ b\n' }];
    expect(renderDiff(files, PLAIN)).toBe(unifiedDiff(files));
  });

  test('shows control characters instead of sending them to the terminal', () => {
    const diff = renderDiff(
      [{ path: 'a\u001B[2J.ts', before: '', after: 'x\u001B]0;owned\u0007\r\n' }],
      PLAIN,
    );
    expect(diff).toContain('+x\\x1b]0;owned\\x07\n');
    expect(diff.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
