import { expect, test } from 'vitest';
import { readEnvFiles } from '../../src/project/env-files.js';
import { folderWith } from './folders.js';

test('the files that exist, in the order of their names, with their text as it stands', () => {
  const folder = folderWith({
    '.env': 'A=1\r\n',
    '.env.local': '\uFEFFB="x y" # note\n',
    '.env.example': 'A=\n',
    '.env.staging': 'C=1',
  });
  const env = readEnvFiles(folder);
  expect(env.files.map(({ path, text, values }) => [path, text, values])).toEqual([
    ['.env', 'A=1\r\n', { A: '1' }],
    ['.env.local', '\uFEFFB="x y" # note\n', { B: 'x y' }],
    ['.env.example', 'A=\n', { A: '' }],
  ]);
  expect(env.unreadable).toEqual([]);
});

test('the winner follows the load order of Next, and an empty value counts', () => {
  const folder = folderWith({
    '.env': 'A=env\nB=env\nC=env\nD=env\n',
    '.env.development': 'A=dev\nB=dev\nC=dev\n',
    '.env.local': 'A=local\nB=\n',
    '.env.development.local': 'A=devlocal\n',
    '.env.example': 'E=example\n',
  });
  const { winnerOf } = readEnvFiles(folder);
  expect(winnerOf('A', 'development')).toBe('.env.development.local');
  expect(winnerOf('B', 'development')).toBe('.env.local');
  expect(winnerOf('C', 'development')).toBe('.env.development');
  expect(winnerOf('D', 'development')).toBe('.env');
  expect(winnerOf('A', 'production')).toBe('.env.local');
  expect(winnerOf('C', 'production')).toBe('.env');
  expect(winnerOf('E', 'production')).toBeUndefined();
  expect(winnerOf('toString', 'production')).toBeUndefined();
});

test('what cannot be read is named, and whether git ignores a file is said', () => {
  const folder = folderWith({ '.env/bin/activate': '', '.gitignore': '.env*.local\n' });
  folder.git('init', '-q');
  const env = readEnvFiles(folder);
  expect(env.unreadable).toEqual([
    { path: '.env', message: 'is a directory, not a file', next: expect.stringContaining('.env') },
  ]);
  expect(env.ignored('.env.local')).toBe(true);
  expect(env.ignored('.env.example')).toBe(false);
});
