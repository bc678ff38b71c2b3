import { afterEach, expect, test, vi } from 'vitest';
import type { Marking } from '../../src/project/file-scan.js';
import { surveySources } from '../../src/project/survey.js';
import { nextApp, type ProjectFolder } from '../support/project-folder.js';
import { folderWith, projectIn } from './folders.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const MARKING: Marking = {
  needles: [['needle'], ['thread']],
  marksOf: (text, found) => (found & 1 && /\bneedle\b/.test(text) ? 1 : 0) | (found & 2 ? 2 : 0),
};

function survey(folder: ProjectFolder) {
  const { files, skipped, marksOf, note } = surveySources(projectIn(folder.root), MARKING);
  return { marks: Object.fromEntries(files.map((path) => [path, marksOf(path)])), skipped, note };
}

test('each file has the marks of its own bytes', () => {
  const folder = folderWith({
    ...nextApp(),
    'a.ts': 'a needle',
    'b.ts': 'needles',
    'c.ts': 'thread and needle',
    'd.ts': '',
  });
  expect(survey(folder).marks).toEqual({ 'a.ts': 1, 'app/layout.tsx': 0, 'b.ts': 0, 'c.ts': 3, 'd.ts': 0 });
});

test('a file in UTF-16 has all marks, so that somebody asks for it and is told', () => {
  const folder = folderWith({
    ...nextApp(),
    'bom.ts': new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
    'no-bom.ts': Buffer.from('const a = 1;', 'utf16le'),
  });
  expect(survey(folder).marks).toMatchObject({ 'bom.ts': -1, 'no-bom.ts': -1 });
});

test('a file in another encoding has the marks of its bytes, and is no trouble without them', () => {
  const folder = folderWith({
    ...nextApp(),
    'clean.ts': Buffer.from('caf\u00e9', 'latin1'),
    'marked.ts': Buffer.from('caf\u00e9, a needle', 'latin1'),
  });
  expect(survey(folder).marks).toMatchObject({ 'clean.ts': 0, 'marked.ts': 1 });
});

test('a file over two megabytes is passed over where it is marked, wherever in it, and is no trouble otherwise', () => {
  const large = (start: string, end = ''): string => `${start}${' '.repeat(2 * 1024 * 1024)}${end}`;
  const folder = folderWith({
    ...nextApp(),
    'clean.js': large('var a;'),
    'late.js': large('', `needle${' '.repeat(3 * 1024 * 1024)}`),
    'split.js': `${' '.repeat(2 * 1024 * 1024 - 2)}needle `,
  });
  const { marks, skipped } = survey(folder);
  expect(marks).toEqual({ 'app/layout.tsx': 0, 'clean.js': 0 });
  expect(skipped).toEqual([
    { path: 'late.js', why: 'is too large to parse (5.0 MB; the limit is 2 MB)' },
    { path: 'split.js', why: 'is too large to parse (2.0 MB; the limit is 2 MB)' },
  ]);
});

test('a bundle with lines that nobody writes is passed over where it is marked', () => {
  const bundle = (calls: number): string => `needle();${'x(y);'.repeat(calls)}\n`.repeat(100);
  const folder = folderWith({
    ...nextApp(),
    'bundle.min.js': bundle(400),
    'clean.min.js': bundle(400).replaceAll('needle', 'other'),
    'page.ts': `${bundle(6)}export const image = '${'A'.repeat(90_000)}';\n`,
    'data.ts': `needle();\nexport const image = '${'A'.repeat(1_000_000)}';\n`,
    'short.min.js': bundle(400).slice(0, 50_000),
  });
  const { marks, skipped } = survey(folder);
  expect(marks).toEqual({
    'app/layout.tsx': 0,
    'clean.min.js': 0,
    'data.ts': 1,
    'page.ts': 1,
    'short.min.js': 1,
  });
  expect(skipped).toEqual([{ path: 'bundle.min.js', why: 'is minified (0.2 MB in 101 lines)' }]);
});

test('the files of submodules and of nested repositories belong to the project', () => {
  const library = folderWith({ 'index.ts': 'a needle', '.gitignore': 'ignored.ts\n' });
  library.commitAll();
  const folder = folderWith(nextApp());
  folder.commitAll();
  folder.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.root, 'lib/shared');
  folder.write('lib/shared/new.ts', '');
  folder.write('lib/shared/ignored.ts', '');
  folder.git('init', '-q', 'vendor/tool');
  folder.write('vendor/tool/tool.ts', 'thread');
  expect(survey(folder).marks).toEqual({
    'app/layout.tsx': 0,
    'lib/shared/index.ts': 1,
    'lib/shared/new.ts': 0,
    'vendor/tool/tool.ts': 2,
  });
});

test('where git does not trust the repository, that is said; where there is none, nothing is', () => {
  const folder = folderWith({ ...nextApp(), 'a.ts': '' });
  expect(survey(folder).note).toBeUndefined();
  folder.git('init', '-q');
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  const { note, marks } = survey(folder);
  expect(Object.keys(marks)).toEqual(['a.ts', 'app/layout.tsx']);
  expect(note).toContain(`safe.directory ${folder.root}`);
});
