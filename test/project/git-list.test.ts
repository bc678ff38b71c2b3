import { expect, test } from 'vitest';
import { tracksAtMost } from '../../src/project/git-list.js';
import { folderWith } from './folders.js';

const FILES = { 'a.ts': '', 'b.ts': '', 'apps/web/c.ts': '' };

test('files are counted in the folder alone, and those that git would track are not', () => {
  const folder = folderWith(FILES);
  folder.commitAll();
  folder.write('untracked.ts', '');
  const counts = (path: string) => [0, 1, 2, 3].map((most) => tracksAtMost(path, most));
  expect(counts(folder.root)).toEqual([false, false, false, true]);
  expect(counts(`${folder.root}/apps/web`)).toEqual([false, true, true, true]);
  expect(counts(`${folder.root}/apps`)).toEqual([false, true, true, true]);
});

test('a worktree has an index of its own', () => {
  const folder = folderWith(FILES);
  folder.commitAll();
  folder.git('worktree', 'add', '-q', 'tree');
  expect([2, 3].map((most) => tracksAtMost(`${folder.root}/tree`, most))).toEqual([false, true]);
});

test('without git, or with an index that is none, there is no telling', () => {
  const folder = folderWith(FILES);
  expect(tracksAtMost(folder.root, 1000)).toBe(false);
  folder.commitAll();
  folder.write('.git/index', 'none');
  expect(tracksAtMost(folder.root, 1000)).toBe(false);
});
