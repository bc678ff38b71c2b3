import { afterEach, expect, test, vi } from 'vitest';
import { isIgnoredByGit, uncommittedAmong } from '../../src/project/git.js';
import { folderWith } from './folders.js';

afterEach(() => {
  vi.unstubAllEnvs();
});

const dirtyOf = (root: string, paths: string[]) => {
  const result = uncommittedAmong(root, paths);
  return result.kind === 'ok' ? result.dirty : result.kind;
};

test('modified, staged, untracked and half-staged files are uncommitted; others are not', () => {
  const folder = folderWith({
    'clean.ts': '',
    'modified.ts': '',
    'staged.ts': '',
    'both.ts': '',
    'elsewhere.ts': '',
  });
  folder.commitAll();
  folder.write('modified.ts', '1');
  folder.write('staged.ts', '1');
  folder.write('both.ts', '1');
  folder.git('add', 'staged.ts', 'both.ts');
  folder.write('both.ts', '2');
  folder.write('new/folder/untracked.ts', '1');
  folder.write('elsewhere.ts', '1');
  const asked = [
    'clean.ts',
    'modified.ts',
    'staged.ts',
    'both.ts',
    'new/folder/untracked.ts',
    'to-be-created.ts',
  ];
  expect(dirtyOf(folder.root, asked)).toEqual([
    'modified.ts',
    'staged.ts',
    'both.ts',
    'new/folder/untracked.ts',
  ]);
});

test('a file renamed and staged is uncommitted; a deleted one has nothing to lose', () => {
  const folder = folderWith({ 'a.ts': 'text\n', 'gone.ts': '' });
  folder.commitAll();
  folder.git('mv', 'a.ts', 'b.ts');
  folder.delete('gone.ts');
  expect(dirtyOf(folder.root, ['a.ts', 'b.ts', 'gone.ts'])).toEqual(['b.ts']);
});

test('names that git could take for patterns or options, and odd ones', () => {
  const names = ['app/[id]/route.ts', 'app/(a)/*.ts', '-x.ts', ':(top)y.ts', 'ü "q".ts', 'new\nline.ts'];
  const folder = folderWith({ 'app/i/route.ts': '', ...Object.fromEntries(names.map((name) => [name, ''])) });
  folder.commitAll();
  expect(dirtyOf(folder.root, names)).toEqual([]);
  folder.write('app/i/route.ts', 'changed');
  expect(dirtyOf(folder.root, names)).toEqual([]);
  for (const name of names) folder.write(name, 'changed');
  expect(dirtyOf(folder.root, names)).toEqual(names);
});

test('from a sub-folder, with paths that leave it', () => {
  const folder = folderWith({ 'apps/web/a.ts': '', 'packages/db/b.ts': '' });
  folder.commitAll();
  folder.write('apps/web/a.ts', '1');
  folder.write('packages/db/b.ts', '1');
  expect(
    dirtyOf(`${folder.root}/apps/web`, ['a.ts', '../../packages/db/b.ts', '../../../outside.ts']),
  ).toEqual(['a.ts', '../../packages/db/b.ts']);
});

test('a repository without a commit, and files git ignores', () => {
  const folder = folderWith({ 'a.ts': '', '.gitignore': '.env.local\n', '.env.local': '' });
  folder.git('init', '-q');
  expect(dirtyOf(folder.root, ['a.ts', '.env.local'])).toEqual(['a.ts']);
});

test('more paths than one command line takes', () => {
  const names = Array.from({ length: 1201 }, (_, index) => `f${index}.ts`);
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
  folder.commitAll();
  folder.write('f0.ts', '1');
  folder.write('f1200.ts', '1');
  expect(dirtyOf(folder.root, names)).toEqual(['f0.ts', 'f1200.ts']);
});

test('no repository, no git, and a repository git does not trust', () => {
  const folder = folderWith({ 'a.ts': '' });
  expect(dirtyOf(folder.root, ['a.ts'])).toBe('no-git');
  folder.commitAll();
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
  expect(dirtyOf(folder.root, ['a.ts'])).toBe('no-git');
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '0');
  vi.stubEnv('PATH', '/nowhere');
  expect(dirtyOf(folder.root, ['a.ts'])).toBe('no-git');
});

test("the repository's own programs are not run", () => {
  const folder = folderWith({ 'a.ts': '' });
  folder.commitAll();
  folder.git('config', 'core.fsmonitor', `touch ${folder.root}/ran; false`);
  folder.write('a.ts', '1');
  expect(dirtyOf(folder.root, ['a.ts'])).toEqual(['a.ts']);
  expect(folder.exists('ran')).toBe(false);
});

test('whether git ignores a path', () => {
  const folder = folderWith({ '.gitignore': '.env*.local\n' });
  expect(isIgnoredByGit(folder.root, '.env.local')).toBeUndefined();
  folder.git('init', '-q');
  expect(isIgnoredByGit(folder.root, '.env.local')).toBe(true);
  expect(isIgnoredByGit(folder.root, '.env')).toBe(false);
});
