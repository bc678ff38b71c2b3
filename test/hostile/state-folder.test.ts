import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { changedByLastRun, stoppedRun } from '../../src/runner/last-run.js';
import { undoLastRun } from '../../src/runner/undo.js';
import { writeStaged } from '../../src/runner/write.js';
import { hashOf } from '../../src/source/hash.js';
import { contentsOf, projectDir, put, ready } from '../runner/project-dir.js';

// What a clone brings along in `.signal-next/` was written by whoever made the repository, symbolic links included.

const OUTSIDE = { 'a.txt': 'precious', 'b.txt': 'precious too' };
const FILES = { 'app/a.ts': 'a', 'src/b.ts': 'b', 'src/c.ts': 'c' };
const ID = '000001-20261125T120000000Z';
const RUN = `.signal-next/runs/${ID}`;

let outside: string;
let root: string;

beforeEach(() => {
  outside = projectDir(OUTSIDE);
  root = projectDir(FILES);
});

const write = (): ReturnType<typeof writeStaged> => writeStaged(root, [ready('app/a.ts', 'a', 'A')]);

function link(path: string, target: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  symlinkSync(target, join(root, path));
}

type Entry = Readonly<Record<string, unknown>>;

const edit = (path: string, before: string, after: string, more: Entry = {}): Entry => ({
  kind: 'edit',
  path,
  beforeHash: hashOf(before),
  afterHash: hashOf(after),
  backup: '0.before',
  temporary: join(path, '../.signal-next-1-0.tmp'),
  ...more,
});

const creation = (path: string, after: string, more: Entry = {}): Entry => ({
  kind: 'create',
  path,
  afterHash: hashOf(after),
  temporary: join(path, '../.signal-next-1-0.tmp'),
  ...more,
});

/** Puts a journal of this version in place, as a run would have left it. */
function forge(files: readonly Entry[], more: Entry = {}, name = 'journal.json'): void {
  const journal = { version: 2, id: ID, startedAt: '2026-11-25T12:00:00.000Z', files, folders: [], ...more };
  put(root, `${RUN}/${name}`, JSON.stringify(journal));
}

describe('links in the state folder lead nowhere', () => {
  test.each([
    ['a folder of runs', () => link('.signal-next/runs', outside)],
    ['a folder of runs that is one of the project', () => link('.signal-next/runs', '..')],
    ['a run', () => link('.signal-next/runs/old', outside)],
    ['a run that is a folder of the project', () => link('.signal-next/runs/old', '../../src')],
    ['a lock', () => link('.signal-next/lock', outside)],
    ['a lock that is a folder of the project', () => link('.signal-next/lock', '../src')],
    ['a lock that leads nowhere', () => link('.signal-next/lock', 'nowhere')],
    ['what asks for the lock', () => link(`.signal-next/lock.${process.pid}`, outside)],
    ['what takes a lock over', () => link(`.signal-next/lock.${process.pid}.stale`, outside)],
    [
      'the name that the ignore file is written under',
      () => link(`.signal-next/.gitignore.${process.pid}.tmp`, '../src/b.ts'),
    ],
    ['the ignore file', () => link('.signal-next/.gitignore', '../src/b.ts')],
  ])('%s', (_, attack) => {
    attack();
    for (let run = 0; run < 2; run += 1) {
      const result = write();
      expect(contentsOf(outside)).toEqual(OUTSIDE);
      expect(contentsOf(root)).toEqual({ ...FILES, 'app/a.ts': result.kind === 'written' ? 'A' : 'a' });
      undoLastRun(root);
      expect(contentsOf(outside)).toEqual(OUTSIDE);
      expect(contentsOf(root)).toEqual(FILES);
    }
  });

  test('a stale lock behind the link that takes it over', () => {
    put(root, '.signal-next/lock/holder.json', '{}');
    link(`.signal-next/lock.${process.pid}.stale`, outside);
    write();
    expect(contentsOf(outside)).toEqual(OUTSIDE);
  });

  test('a run whose folder is one of the project is not forgotten with it', () => {
    put(
      root,
      'src/journal.json',
      JSON.stringify({ version: 2, id: ID, startedAt: '', files: [], folders: [] }),
    );
    link(RUN, '../../src');
    const was = contentsOf(root);
    undoLastRun(root);
    expect(contentsOf(root)).toEqual(was);
    for (let run = 0; run < 12; run += 1) {
      writeStaged(root, [ready('app/a.ts', run % 2 ? 'A' : 'a', run % 2 ? 'a' : 'A')]);
    }
    expect(contentsOf(root)).toEqual(was);
  });

  test('a holder that never ends is not read', () => {
    mkdirSync(join(root, '.signal-next/lock'), { recursive: true });
    symlinkSync('/dev/zero', join(root, '.signal-next/lock/holder.json'));
    expect(write().kind).toBe('written');
  });

  test('a journal that never ends is not read', () => {
    link(`${RUN}/journal.json`, '/dev/zero');
    expect(undoLastRun(root).kind).toBe('refused');
    expect(changedByLastRun(root).size).toBe(0);
  });

  test('a copy that is a file of the project stays where it is', () => {
    put(root, 'app/a.ts', 'A');
    forge([edit('app/a.ts', 'b', 'A')]);
    link(`${RUN}/0.before`, '../../../src/b.ts');
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: 'app/a.ts' }] });
    expect(contentsOf(root)).toEqual({ ...FILES, 'app/a.ts': 'A' });
  });
});

describe('a state folder that is none', () => {
  test.each([
    ['is a file', () => put(root, '.signal-next', 'x')],
    ['has a file for the runs', () => put(root, '.signal-next/runs', 'x')],
    ['has a file for a run', () => put(root, RUN, 'x')],
    ['has a folder for a journal', () => put(root, `${RUN}/journal.json/x`, 'x')],
    ['has a folder for an open journal', () => put(root, `${RUN}/open.json/x`, 'x')],
    ['has a file for the lock', () => put(root, '.signal-next/lock', 'x')],
    ['has a folder for the holder', () => put(root, '.signal-next/lock/holder.json/x', 'x')],
    ['has a folder in a run without a journal', () => put(root, '.signal-next/runs/old/folder/x', 'x')],
    ['has runs with names of its own', () => put(root, '.signal-next/runs/zzz/journal.json', '{}')],
  ])('%s', (_, attack) => {
    attack();
    changedByLastRun(root);
    stoppedRun(root);
    undoLastRun(root);
    const result = write();
    expect(contentsOf(root)).toEqual({ ...FILES, 'app/a.ts': result.kind === 'written' ? 'A' : 'a' });
    if (result.kind === 'written') expect(undoLastRun(root).kind).toBe('undone');
  });
});

describe('a forged journal', () => {
  test.each([
    ['above the project', '../a.txt'],
    ['from the root', '/tmp/a.txt'],
    ['above, by way of a folder', 'src/../../a.txt'],
    ['with an empty part', 'src//b.ts'],
    ['with a NUL', 'src/\0b.ts'],
  ])('may not name a file %s', (_, path) => {
    for (const entry of [edit(path, 'x', 'precious'), creation(path, 'precious')]) {
      forge([entry]);
      put(root, `${RUN}/0.before`, 'x');
      const result = undoLastRun(root);
      expect(result).toMatchObject({ kind: 'refused', problems: [{ reason: 'lies outside the project' }] });
      expect(contentsOf(root)).toEqual(FILES);
    }
  });

  test.each([
    ['git', '.git/config'],
    ['git, on a disk that does not tell case', '.GIT/config'],
    ['a submodule', 'lib/module/.git/config'],
    ['a dependency', 'node_modules/next/index.js'],
    ['itself', '.signal-next/.gitignore'],
  ])('may not name a file of %s, where no run writes', (_, path) => {
    put(root, path, 'known');
    for (const entry of [edit(path, 'forged', 'known'), creation(path, 'known')]) {
      forge([entry]);
      put(root, `${RUN}/0.before`, 'forged');
      expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path }] });
      expect(readFileSync(join(root, path), 'utf8')).toBe('known');
    }
  });

  test('may not reach git through a link either', () => {
    put(root, '.git/hooks/post-checkout', 'known');
    link('hooks', '.git/hooks');
    forge([edit('hooks/post-checkout', 'forged', 'known')]);
    put(root, `${RUN}/0.before`, 'forged');
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: 'hooks/post-checkout' }] });
    expect(readFileSync(join(root, '.git/hooks/post-checkout'), 'utf8')).toBe('known');
  });

  test.each([
    ['outside', '../.signal-next-1-0.tmp'],
    ['from the root', '/tmp/.signal-next-1-0.tmp'],
    ['a file of the project', 'src/b.ts'],
    ['beside another file', 'src/.signal-next-1-0.tmp'],
  ])('may not name a temporary file %s', (_, temporary) => {
    put(root, 'app/a.ts', 'A');
    put(root, 'src/.signal-next-1-0.tmp', 'mine');
    forge([edit('app/a.ts', 'a', 'A', { temporary })]);
    put(root, `${RUN}/0.before`, 'a');
    const was = contentsOf(root);
    expect(undoLastRun(root).kind).toBe('refused');
    expect(contentsOf(root)).toEqual(was);
  });

  test('with a temporary file that is a link removes the link, not the file', () => {
    put(root, 'app/a.ts', 'A');
    link('app/.signal-next-1-0.tmp', '../src/b.ts');
    forge([edit('app/a.ts', 'a', 'A')]);
    put(root, `${RUN}/0.before`, 'a');
    expect(undoLastRun(root).kind).toBe('undone');
    expect(contentsOf(root)).toEqual(FILES);
  });

  test.each([
    ['above the project', '..'],
    ['from the root', '/tmp'],
    ['of git', '.git/refs'],
    ['that is a link', 'linked'],
  ])('may not remove a folder %s', (_, folder) => {
    mkdirSync(join(root, '.git/refs'), { recursive: true });
    mkdirSync(join(root, 'empty'));
    link('linked', 'empty');
    forge([creation('src/b.ts', 'b')], { folders: [folder] });
    undoLastRun(root);
    expect(existsSync(join(root, '.git/refs'))).toBe(true);
    expect(existsSync(join(root, 'empty'))).toBe(true);
  });

  test('that names a file twice is damaged', () => {
    put(root, 'app/a.ts', 'A');
    forge([edit('app/a.ts', 'a', 'A'), edit('app/a.ts', 'x', 'A', { backup: '1.before' })]);
    put(root, `${RUN}/0.before`, 'a');
    put(root, `${RUN}/1.before`, 'x');
    expect(undoLastRun(root).kind).toBe('refused');
    expect(contentsOf(root)).toEqual({ ...FILES, 'app/a.ts': 'A' });
  });

  test.each([
    ['of a version to come', { version: 3 }],
    ['of a version as a text', { version: '2' }],
    ['without files', { files: undefined }],
    ['with files that are none', { files: ['app/a.ts'] }],
    ['with a file that is none among others', { files: [edit('app/a.ts', 'a', 'A'), { kind: 'edit' }] }],
    ['with folders that are none', { folders: [1] }],
    ['with a folder that is none among others', { folders: ['app', 1] }],
    ['without an id', { id: undefined }],
    ['with a copy elsewhere', { files: [edit('app/a.ts', 'a', 'A', { backup: '../../../src/b.ts' })] }],
    ['with a time that is none', { startedAt: '\u001b[2Jnow\n::error::x' }],
    ['with something before its time', { startedAt: '\u001b[2J2026-11-25T12:00:00.000Z' }],
    ['with something after its time', { startedAt: '2026-11-25T12:00:00.000Z\n::error::x' }],
    ['with a number as its time', { startedAt: 1764072000000 }],
    ['without folders', { folders: undefined }],
    ['with a file that is nothing', { files: [null] }],
    ['with a file without a path', { files: [creation('app/a.ts', 'A', { path: undefined })] }],
    ['with a file without a hash', { files: [creation('app/a.ts', 'A', { afterHash: undefined })] }],
    ['with a file without a temporary one', { files: [creation('app/a.ts', 'A', { temporary: 1 })] }],
    ['with a file of another kind', { files: [edit('app/a.ts', 'a', 'A', { kind: 'move' })] }],
    ['with an edit of nothing', { files: [edit('app/a.ts', 'a', 'A', { beforeHash: undefined })] }],
    ['with an edit without a copy', { files: [edit('app/a.ts', 'a', 'A', { backup: undefined })] }],
    ['with a copy of another name', { files: [edit('app/a.ts', 'a', 'A', { backup: 'x0.before' })] }],
    ['with a copy of a longer name', { files: [edit('app/a.ts', 'a', 'A', { backup: '0.before.x' })] }],
  ])('%s is refused', (_, more) => {
    put(root, 'app/a.ts', 'A');
    put(root, `${RUN}/0.before`, 'a');
    forge([edit('app/a.ts', 'a', 'A')], more);
    expect(undoLastRun(root)).toMatchObject({
      kind: 'refused',
      problems: [{ path: `${RUN}/journal.json`, reason: expect.stringContaining('is damaged') }],
    });
    expect(contentsOf(root)).toEqual({ ...FILES, 'app/a.ts': 'A' });
  });
});

test.each(['null', '7', '"text"', '[]', '{}'])('a journal that is only %s is damaged', (text) => {
  put(root, `${RUN}/journal.json`, text);
  expect(undoLastRun(root)).toMatchObject({
    kind: 'refused',
    problems: [{ path: `${RUN}/journal.json`, reason: expect.stringContaining('is damaged') }],
  });
});

describe('between a run and its undo', () => {
  test('a folder that leads elsewhere by now is not followed', () => {
    put(root, 'src/a.ts', 'A');
    expect(write().kind).toBe('written');
    renameSync(join(root, 'app'), join(root, 'app.old'));
    link('app', 'src');
    const was = contentsOf(root);
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: 'app/a.ts' }] });
    expect(contentsOf(root)).toEqual(was);
    rmSync(join(root, 'app'));
    link('app', outside);
    writeFileSync(join(outside, 'a.ts'), 'A');
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: 'app/a.ts' }] });
    expect(contentsOf(outside)).toEqual({ ...OUTSIDE, 'a.ts': 'A' });
  });

  test('a created file that was moved away, and linked to, is kept', () => {
    writeStaged(root, [ready('lib/new.ts', undefined, 'new')]);
    renameSync(join(root, 'lib/new.ts'), join(root, 'src/new.ts'));
    link('lib/new.ts', '../src/new.ts');
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: 'lib/new.ts' }] });
    expect(readFileSync(join(root, 'src/new.ts'), 'utf8')).toBe('new');
  });

  test('copies that were swapped are not taken for each other', () => {
    writeStaged(root, [ready('src/b.ts', 'b', 'B'), ready('src/c.ts', 'c', 'C')]);
    const folder = join(root, '.signal-next/runs', readdirSync(join(root, '.signal-next/runs'))[0] ?? '');
    renameSync(join(folder, '0.before'), join(folder, 'x'));
    renameSync(join(folder, '1.before'), join(folder, '0.before'));
    renameSync(join(folder, 'x'), join(folder, '1.before'));
    expect(undoLastRun(root)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'src/b.ts' }, { path: 'src/c.ts' }],
    });
    expect(contentsOf(root)).toMatchObject({ 'src/b.ts': 'B', 'src/c.ts': 'C' });
  });

  test('the journal of another project finds nothing that it may touch', () => {
    expect(write().kind).toBe('written');
    const other = projectDir({ 'app/a.ts': 'my own', 'src/b.ts': 'b' });
    renameSync(join(root, '.signal-next'), join(other, '.signal-next'));
    expect(undoLastRun(other)).toMatchObject({ kind: 'refused', problems: [{ path: 'app/a.ts' }] });
    expect(contentsOf(other)).toEqual({ 'app/a.ts': 'my own', 'src/b.ts': 'b' });
  });
});
