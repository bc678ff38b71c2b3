import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { entriesOf, isFile, realPathOf } from '../../src/project/files.js';
import { runGit } from '../../src/project/git.js';
import { createPassingReader, MAX_BYTES, readSourceText } from '../../src/project/read-source.js';
import { stillHolds } from '../../src/project/retrace.js';
import { forgoTrace, traced, type Vouched } from '../../src/project/trace.js';
import type { ProjectFolder } from '../support/project-folder.js';
import { folderWith } from './folders.js';

const NOTHING: Vouched = { file: () => false, listing: () => false };

function trace(work: () => void, vouched: Partial<Vouched> = {}) {
  return traced({ ...NOTHING, ...vouched }, work).then((done) => done.trace);
}

describe('what was asked holds until its answer is another', () => {
  const FILES = { 'a.ts': 'a\n', 'folder/b.ts': 'b\n' };
  const readB = (root: string) => createPassingReader()(join(root, 'folder/b.ts'));
  test.each<[string, (root: string) => void, (folder: ProjectFolder) => void]>([
    ['a text', (root) => readSourceText(root, 'a.ts'), (folder) => folder.write('a.ts', 'b\n')],
    ['a text that goes', (root) => readSourceText(root, 'a.ts'), (folder) => folder.delete('a.ts')],
    ['a text that comes', (root) => readSourceText(root, 'c.ts'), (folder) => folder.write('c.ts', '')],
    ['a text read in passing', readB, (folder) => folder.write('folder/b.ts', 'c\n')],
    ['one that becomes too large', readB, (folder) => folder.write('folder/b.ts', 'b'.repeat(MAX_BYTES + 1))],
    [
      'no text any more',
      (root) => readSourceText(root, 'a.ts'),
      (folder) => folder.write('a.ts', '\u0000\u0001'),
    ],
    ['a file', (root) => isFile(join(root, 'a.ts')), (folder) => folder.delete('a.ts')],
    [
      'a folder in its place',
      (root) => isFile(join(root, 'a.ts')),
      (folder) => {
        folder.delete('a.ts');
        folder.write('a.ts/b.ts', '');
      },
    ],
    ['a new entry', (root) => entriesOf(join(root, 'folder')), (folder) => folder.write('folder/c.ts', '')],
    [
      'an entry of another kind',
      (root) => entriesOf(join(root, 'folder')),
      (folder) => {
        folder.delete('folder/b.ts');
        folder.link('folder/b.ts', '../a.ts');
      },
    ],
    [
      'where a path leads',
      (root) => realPathOf(join(root, 'a.ts')),
      (folder) => {
        folder.delete('a.ts');
        folder.link('a.ts', 'folder/b.ts');
      },
    ],
    [
      'what git says',
      (root) => runGit(root, ['ls-files', '-o', '--exclude-standard']),
      (folder) => folder.write('.gitignore', '*'),
    ],
  ])('%s', async (_, ask, change) => {
    const folder = folderWith(FILES);
    folder.git('init', '-q');
    const asked = await trace(() => ask(folder.root));
    if (!asked) throw new Error('There is no trace.');
    expect(await stillHolds(asked)).toBe(true);
    change(folder);
    expect(await stillHolds(asked)).toBe(false);
  });
});

test('what is known by other means is not asked again, but for what could not be read', async () => {
  const folder = folderWith({ 'a.ts': '' });
  const ask = () => {
    readSourceText(folder.root, 'a.ts');
    readSourceText(folder.root, 'gone.ts');
  };
  expect(await trace(ask, { file: () => true })).toMatchObject({
    questions: [['bytes', join(folder.root, 'gone.ts')]],
  });
});

test('nothing is noted outside of a traced run, and there is no trace of what cannot be asked again', async () => {
  const folder = folderWith({ 'a.ts': '' });
  expect(await trace(forgoTrace)).toBeUndefined();
  readSourceText(folder.root, 'a.ts');
  expect(await trace(() => {})).toMatchObject({ questions: [] });
});

test('only what notes its answers reads the disk', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const folders = ['analysis', 'explain', 'gate', 'init', 'inspect', 'project', 'report', 'rules', 'source'];
  const readers = [...folders.map((name) => `src/${name}`), 'transforms'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`)
      .filter((path) =>
        /from '(?:node:fs|node:child_process|get-tsconfig)/.test(readFileSync(join(root, path), 'utf8')),
      ),
  );
  expect(readers.sort()).toEqual([
    'src/project/cache-file.ts',
    // For migrate, which asks the project's TypeScript.
    'src/project/compiler.ts',
    'src/project/contents.ts',
    'src/project/file-scan.ts',
    'src/project/files.ts',
    // Not in a traced run.
    'src/project/git-index.ts',
    'src/project/git.ts',
    'src/project/list-files.ts',
    'src/project/path-aliases.ts',
    'src/project/read-source.ts',
  ]);
});
