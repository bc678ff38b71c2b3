import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSourceText } from '../../src/project/read-source.js';
import { folderWith } from './folders.js';

const read = (content: string | Uint8Array) => readSourceText(folderWith({ 'a.ts': content }).root, 'a.ts');

test('UTF-8 is read as it stands, BOM and line ends included', () => {
  expect(read('\uFEFFconst a = "ü€😀";\r\n')).toEqual({ kind: 'text', text: '\uFEFFconst a = "ü€😀";\r\n' });
  expect(read('')).toEqual({ kind: 'text', text: '' });
});

test('bytes that are not UTF-8 are refused, never replaced', () => {
  const result = read(Buffer.from('const a = "\xfc";', 'latin1'));
  expect(result).toMatchObject({ kind: 'unreadable', reason: 'not-utf8', message: 'is not valid UTF-8' });
});

test.each([
  ['with a BOM', '\uFEFFexport {};'],
  ['without a BOM', 'export const a = 1;'],
])('UTF-16 %s is named', (_, text) => {
  const little = Buffer.from(text, 'utf16le');
  expect(read(little)).toMatchObject({ reason: 'utf16', message: 'is encoded as UTF-16LE, not UTF-8' });
  expect(read(Buffer.from(little).swap16())).toMatchObject({ message: 'is encoded as UTF-16BE, not UTF-8' });
});

test('a stray zero byte does not make it UTF-16', () => {
  expect(read('const zero = "\0";').kind).toBe('text');
});

test('a directory, a missing file, a missing folder and a pipe', () => {
  const folder = folderWith({ 'route.ts/a': '' });
  expect(readSourceText(folder.root, 'route.ts')).toMatchObject({
    reason: 'directory',
    message: 'is a directory, not a file',
    next: expect.stringContaining('Rename the directory route.ts'),
  });
  expect(readSourceText(folder.root, 'b.ts')).toMatchObject({ reason: 'missing' });
  expect(readSourceText(folder.root, 'route.ts/a/b.ts')).toMatchObject({ reason: 'missing' });
  execFileSync('mkfifo', [`${folder.root}/pipe.ts`]);
  expect(readSourceText(folder.root, 'pipe.ts')).toMatchObject({ reason: 'special-file' });
});

test('over two megabytes is too large, and says what to do', () => {
  expect(read('x'.repeat(2 * 1024 * 1024)).kind).toBe('text');
  expect(read('x'.repeat(2 * 1024 * 1024 + 1))).toMatchObject({
    reason: 'too-large',
    next: expect.stringContaining('--exclude a.ts'),
  });
});

test.skipIf(process.getuid?.() === 0)('a file without read permission', () => {
  const folder = folderWith({ 'a.ts': '' });
  chmodSync(`${folder.root}/a.ts`, 0o000);
  expect(readSourceText(folder.root, 'a.ts')).toMatchObject({ reason: 'permission' });
});
