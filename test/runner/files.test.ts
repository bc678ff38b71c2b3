import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitCodeFor, isSystemError } from '../../src/runner/errors.js';
import {
  attempt,
  createFile,
  createFolders,
  FileError,
  type FileSystem,
  isReadOnly,
  isThere,
  locate,
  realFileSystem,
  reasonOf,
  removeEmptyFolder,
  removeFile,
  replaceFile,
  syncFolder,
} from '../../src/runner/files.js';
import { contentsOf, projectDir } from './project-dir.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}

/** The file system with one call that always fails. */
function failing(call: keyof FileSystem, code: string): FileSystem {
  const fail = (): never => {
    throw systemError(code);
  };
  return { ...realFileSystem, [call]: fail };
}

const CALLS = ['openSync', 'writeFileSync', 'fchmodSync', 'fsyncSync', 'closeSync', 'renameSync'] as const;

/** The file system, and which of the calls above were made. */
function recorded(base: FileSystem = realFileSystem): { fs: FileSystem; calls: string[] } {
  const calls: string[] = [];
  const record = (name: (typeof CALLS)[number]) => [
    name,
    (...args: unknown[]): unknown => {
      calls.push(name);
      return (base[name] as (...args: unknown[]) => unknown)(...args);
    },
  ];
  return { fs: { ...base, ...Object.fromEntries(CALLS.map(record)) }, calls };
}

const owner = { mode: 0o100640, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

describe('a call that fails', () => {
  test.each<[string, keyof FileSystem, string[], (fs: FileSystem, root: string) => unknown]>([
    [
      'a look at a name',
      'lstatSync',
      ['ENOENT', 'ENOTDIR', 'ELOOP'],
      (fs, root) => isThere(fs, join(root, 'a')),
    ],
    ['the removal of a file', 'unlinkSync', ['ENOENT'], (fs, root) => removeFile(fs, join(root, 'a'))],
    [
      'the removal of a folder',
      'rmdirSync',
      ['ENOTEMPTY', 'EEXIST', 'ENOENT'],
      (fs, root) => removeEmptyFolder(fs, root),
    ],
    ['the opening of a folder', 'openSync', ['EACCES', 'EISDIR', 'EPERM'], syncFolder],
    ['the wait for a folder', 'fsyncSync', ['EBADF', 'EINVAL', 'ENOTSUP', 'EPERM'], syncFolder],
    [
      'the change of an owner',
      'fchownSync',
      ['EPERM', 'EACCES', 'ENOSYS'],
      (fs, root) => createFile(fs, join(root, `${Math.random()}`), 'a', owner),
    ],
  ])('in %s (%s) is passed over when it is %j', (_, call, codes, work) => {
    const root = projectDir({ a: 'a' });
    for (const code of codes) expect(() => work(failing(call, code), root)).not.toThrow();
    for (const code of ['EIO', 'ENOSPC']) expect(() => work(failing(call, code), root)).toThrow(code);
  });

  test('leaves no file open', () => {
    const root = projectDir({ a: 'a' });
    const works: [keyof FileSystem, (fs: FileSystem) => void][] = [
      ['writeFileSync', (fs) => createFile(fs, join(root, 'b'), 'b')],
      ['fsyncSync', (fs) => createFile(fs, join(root, 'c'), 'c')],
      ['fsyncSync', (fs) => syncFolder(fs, root)],
    ];
    for (const [call, work] of works) {
      const { fs, calls } = recorded(failing(call, 'EIO'));
      expect(() => work(fs)).toThrow('EIO');
      expect([calls[0], calls.at(-1)]).toEqual(['openSync', 'closeSync']);
    }
  });

  test('is a fact about the machine, and a defect is none', () => {
    const refused = Object.assign(systemError('EACCES'), { syscall: 'open', errno: -13 });
    expect(isSystemError(refused)).toBe(true);
    expect(isSystemError(systemError('EACCES'))).toBe(false);
    expect(isSystemError(Object.assign(new Error('a'), { syscall: 'open' }))).toBe(false);
    expect(isSystemError({ syscall: 'open', errno: -13 })).toBe(false);
    expect(exitCodeFor(refused)).toBe(2);
  });

  test('is said in words, but what is no failed call goes on', () => {
    expect(reasonOf(new FileError('is no file'))).toBe('is no file');
    expect(reasonOf(systemError('EISDIR'))).toBe('is a folder');
    for (const defect of [new TypeError('a'), Object.assign(new Error('b'), { code: 7 }), 'c', undefined]) {
      let thrown: unknown = 'nothing';
      try {
        reasonOf(defect);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBe(defect);
      expect(() =>
        attempt(() => {
          throw defect;
        }),
      ).toThrow();
    }
    const refuse = (): never => {
      throw systemError('EACCES');
    };
    expect(() => attempt(refuse)).not.toThrow();
  });
});

describe('a file', () => {
  test('that is private stays private while it is being written', () => {
    const root = projectDir();
    const path = join(root, 'a');
    const modes: number[] = [];
    const fs: FileSystem = {
      ...realFileSystem,
      writeFileSync: (file, text) => {
        modes.push(statSync(path).mode & 0o777);
        realFileSystem.writeFileSync(file, text);
      },
    };
    createFile(fs, path, 'a', owner);
    expect(modes).toEqual([0o600]);
    expect(statSync(path).mode & 0o7777).toBe(0o640);
  });

  test('of ours is as others that the person makes', () => {
    const root = projectDir();
    createFile(realFileSystem, join(root, 'a'), 'a');
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test('is on the disk before it takes the place of another, and its name after that', () => {
    const root = projectDir({ a: 'a' });
    chmodSync(join(root, 'a'), 0o640);
    const { fs, calls } = recorded();
    replaceFile(fs, join(root, 'a'), 'b');
    const written = ['openSync', 'writeFileSync', 'fchmodSync', 'fsyncSync', 'closeSync'];
    expect(calls).toEqual([...written, 'renameSync', 'openSync', 'fsyncSync', 'closeSync']);
    expect(contentsOf(root)).toEqual({ a: 'b' });
    expect(statSync(join(root, 'a')).mode & 0o777).toBe(0o640);
  });

  test('that cannot be put in place leaves nothing behind', () => {
    const root = projectDir({ a: 'a' });
    for (const call of ['writeFileSync', 'renameSync'] as const)
      expect(() => replaceFile(failing(call, 'ENOSPC'), join(root, 'a'), 'b')).toThrow('ENOSPC');
    expect(contentsOf(root)).toEqual({ a: 'a' });
  });

  test('is read-only when nobody may write it, or not this process', () => {
    const root = projectDir({ a: 'a' });
    expect(isReadOnly(realFileSystem, join(root, 'a'))).toBe(false);
    expect(isReadOnly(failing('accessSync', 'EACCES'), join(root, 'a'))).toBe(true);
    chmodSync(join(root, 'a'), 0o444);
    expect(isReadOnly({ ...realFileSystem, accessSync: () => undefined }, join(root, 'a'))).toBe(true);
    chmodSync(join(root, 'a'), 0o464);
    expect(isReadOnly({ ...realFileSystem, accessSync: () => undefined }, join(root, 'a'))).toBe(false);
  });
});

test('folders are created from the outside in, and their names are on the disk', () => {
  const root = projectDir({ 'a/b': '' });
  const { fs, calls } = recorded();
  expect(createFolders(fs, join(root, 'a/c/d'))).toEqual([join(root, 'a/c'), join(root, 'a/c/d')]);
  expect(calls).toEqual(Array(2).fill(['openSync', 'fsyncSync', 'closeSync']).flat());
  expect(createFolders(fs, join(root, 'a'))).toEqual([]);
});

describe('the place of a path', () => {
  test('is nowhere when a link leads to itself', () => {
    const root = projectDir();
    symlinkSync('a', join(root, 'a'));
    expect(() => locate(realFileSystem, root, 'a/b')).toThrow('is a symbolic link that leads nowhere');
  });

  test('is not guessed when the system does not say', () => {
    const root = projectDir({ 'a/b': '' });
    const fs: FileSystem = {
      ...realFileSystem,
      realpathSync: Object.assign(
        (path: string) => {
          if (path !== root) throw systemError('EACCES');
          return root;
        },
        { native: realFileSystem.realpathSync.native },
      ) as FileSystem['realpathSync'],
    };
    expect(() => locate(fs, root, 'a/b')).toThrow('EACCES');
  });

  test.each(['.git', '.GIT', 'git~1', '.git.', '.git ', 'node_modules', '.signal-next'])(
    'is not in %j, however the system calls it',
    (name) => {
      const root = projectDir();
      for (const path of [`${name}/a`, `lib/${name}/a`, `${name}`])
        expect(() => locate(realFileSystem, root, path)).toThrow(`lies in ${name}, where`);
    },
  );

  test.each(['.github/a', 'git/a', 'git~a/b', 'my-node_modules/a', '..a/b', '.signal-next.json'])(
    'is in %s like any other',
    (path) => {
      const root = projectDir();
      expect(locate(realFileSystem, root, path)).toEqual({
        target: join(root, path),
        exists: false,
        folder: root,
      });
    },
  );

  test('is the end of its links', () => {
    const root = projectDir({ 'a/b': 'b' });
    symlinkSync('a', join(root, 'c'));
    expect(locate(realFileSystem, root, 'c/b')).toEqual({
      target: join(root, 'a/b'),
      exists: true,
      folder: join(root, 'a'),
    });
    expect(locate(realFileSystem, root, 'c/d/e')).toEqual({
      target: join(root, 'a/d/e'),
      exists: false,
      folder: join(root, 'a'),
    });
    expect(readFileSync(join(root, 'c/b'), 'utf8')).toBe('b');
  });
});
