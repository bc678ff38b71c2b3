import { chmodSync, existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realFileSystem } from '../../src/runner/files.js';
import { changedByLastRun, isFromLastRun } from '../../src/runner/last-run.js';
import { undoLastRun } from '../../src/runner/undo.js';
import { writeStaged } from '../../src/runner/write.js';
import { contentsOf, projectDir, put, ready } from './project-dir.js';

function write(root: string, ...files: Parameters<typeof ready>[]): void {
  expect(
    writeStaged(
      root,
      files.map((file) => ready(...file)),
    ).kind,
  ).toBe('written');
}

function runFolder(root: string): string {
  const runs = join(root, '.signal-next/runs');
  return join(runs, readdirSync(runs).at(-1) ?? '');
}

describe('undo', () => {
  test('gives every file back to the byte, with its mode, and removes what was created', () => {
    const before = '\uFEFFconst a = 1;\r\n\t// ü';
    const root = projectDir({ 'app/a.ts': before });
    chmodSync(join(root, 'app/a.ts'), 0o640);
    const was = contentsOf(root);
    write(root, ['app/a.ts', before, 'changed'], ['lib/deep/b.ts', undefined, 'new']);
    expect(undoLastRun(root)).toMatchObject({
      kind: 'undone',
      undone: [
        { kind: 'restored', path: 'app/a.ts' },
        { kind: 'removed', path: 'lib/deep/b.ts' },
      ],
    });
    expect(contentsOf(root)).toEqual(was);
    expect(statSync(join(root, 'app/a.ts')).mode & 0o777).toBe(0o640);
  });

  test('keeps a created folder that holds something else by now', () => {
    const root = projectDir();
    write(root, ['lib/deep/b.ts', undefined, 'new']);
    put(root, 'lib/mine.ts', 'mine');
    undoLastRun(root);
    expect(contentsOf(root)).toEqual({ 'lib/mine.ts': 'mine' });
  });

  test('takes back one run at a time, the last one first', () => {
    const root = projectDir({ 'a.ts': '1' });
    write(root, ['a.ts', '1', '2']);
    write(root, ['a.ts', '2', '3'], ['b.ts', undefined, 'b']);
    undoLastRun(root);
    expect(contentsOf(root)).toEqual({ 'a.ts': '2' });
    undoLastRun(root);
    expect(contentsOf(root)).toEqual({ 'a.ts': '1' });
    expect(undoLastRun(root)).toEqual({ kind: 'nothing-to-undo' });
  });

  test('knows the order of runs whose clock stands still or goes back', () => {
    const root = projectDir({ 'a.ts': '0' });
    for (const [run, time] of [9, 9, 5, 1, 9].entries()) {
      const now = (): Date => new Date(`2026-11-25T12:00:0${time}Z`);
      const result = writeStaged(root, [ready('a.ts', `${run}`, `${run + 1}`)], { now });
      expect(result.kind).toBe('written');
    }
    for (let run = 4; run >= 0; run -= 1) {
      expect(undoLastRun(root).kind).toBe('undone');
      expect(contentsOf(root)).toEqual({ 'a.ts': `${run}` });
    }
  });

  test('has nothing to do in a project that was never written to', () => {
    const root = projectDir();
    expect(undoLastRun(root)).toEqual({ kind: 'nothing-to-undo' });
    expect(existsSync(join(root, '.signal-next'))).toBe(false);
  });

  test('refuses as a whole when files were edited or deleted since, and names each', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c' });
    write(root, ['a.ts', 'a', 'A'], ['b.ts', 'b', 'B'], ['c.ts', 'c', 'C'], ['d.ts', undefined, 'D']);
    put(root, 'b.ts', 'B and more');
    rmSync(join(root, 'c.ts'));
    put(root, 'd.ts', 'D and more');
    const was = contentsOf(root);
    expect(undoLastRun(root)).toEqual({
      kind: 'refused',
      problems: [
        { path: 'b.ts', reason: 'was edited since; undo would lose that work' },
        { path: 'c.ts', reason: 'was deleted since' },
        { path: 'd.ts', reason: 'was edited since; keep or delete it yourself' },
      ],
    });
    expect(contentsOf(root)).toEqual(was);
  });

  test('goes on after a run that was killed midway', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    write(root, ['a.ts', 'a', 'A'], ['b.ts', 'b', 'B'], ['new.ts', undefined, 'N']);
    put(root, 'b.ts', 'b');
    rmSync(join(root, 'new.ts'));
    const run = runFolder(root);
    renameSync(join(run, 'journal.json'), join(run, 'open.json'));
    expect(undoLastRun(root)).toMatchObject({
      kind: 'undone',
      stopped: true,
      undone: [{ kind: 'restored', path: 'a.ts' }],
    });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'a', 'b.ts': 'b' });
  });

  test('can be called again after it failed midway', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    write(root, ['a.ts', 'a', 'A'], ['b.ts', 'b', 'B']);
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        if (to.endsWith('/b.ts')) throw Object.assign(new Error('no'), { code: 'EACCES' });
        realFileSystem.renameSync(from, to);
      },
    } as typeof realFileSystem;
    expect(undoLastRun(root, fs)).toEqual({
      kind: 'incomplete',
      problems: [{ path: 'b.ts', reason: 'may not be written by this user' }],
      undone: [{ kind: 'restored', path: 'a.ts' }],
    });
    expect(undoLastRun(root).kind).toBe('undone');
    expect(contentsOf(root)).toEqual({ 'a.ts': 'a', 'b.ts': 'b' });
  });

  test('refuses a damaged backup', () => {
    const root = projectDir({ 'a.ts': 'a' });
    write(root, ['a.ts', 'a', 'A']);
    writeFileSync(join(runFolder(root), '0.before'), 'something else');
    expect(undoLastRun(root)).toEqual({
      kind: 'refused',
      problems: [{ path: 'a.ts', reason: 'cannot be restored: its backup is damaged' }],
    });
  });

  test('refuses a damaged journal, and one that points out of the project', () => {
    const outside = projectDir({ 'a.ts': 'A' });
    const root = projectDir({ 'a.ts': 'a' });
    write(root, ['a.ts', 'a', 'A']);
    const journal = join(runFolder(root), 'journal.json');
    const text = realFileSystem.readFileSync(journal, 'utf8');
    writeFileSync(journal, text.replace('"a.ts"', JSON.stringify(`../${outside.split('/').at(-1)}/a.ts`)));
    expect(undoLastRun(root)).toMatchObject({ problems: [{ reason: 'lies outside the project' }] });
    writeFileSync(journal, '{ half a jour');
    expect(undoLastRun(root)).toMatchObject({
      kind: 'refused',
      problems: [
        { path: expect.stringContaining('journal.json'), reason: 'is damaged: it is not valid JSON' },
      ],
    });
    writeFileSync(journal, '{ "version": 1 }');
    expect(undoLastRun(root)).toMatchObject({
      problems: [{ reason: 'is damaged, or was written by another version of signal-next' }],
    });
    expect(contentsOf(outside)).toEqual({ 'a.ts': 'A' });
  });

  test('does not take a journal that may not be read for a damaged one', () => {
    const root = projectDir({ 'a.ts': 'a' });
    write(root, ['a.ts', 'a', 'A']);
    const fs = {
      ...realFileSystem,
      readFileSync: (path: string, options?: BufferEncoding) => {
        if (path.endsWith('journal.json')) throw Object.assign(new Error('no'), { code: 'EACCES' });
        return realFileSystem.readFileSync(path, options);
      },
    } as typeof realFileSystem;
    expect(undoLastRun(root, fs)).toMatchObject({
      kind: 'refused',
      problems: [{ reason: 'may not be written by this user' }],
    });
    expect(() => changedByLastRun(root, fs)).toThrow('no');
  });

  test('knows its runs by their names, in whatever order the system lists them', () => {
    const root = projectDir({ 'a.ts': '0' });
    for (let run = 0; run < 3; run += 1) write(root, ['a.ts', `${run}`, `${run + 1}`]);
    const journal = join(runFolder(root), 'journal.json');
    for (const other of ['zzz', '000009', '9-20261125T120000000Z', '000009-20261125T120000000Z.old'])
      put(root, `.signal-next/runs/${other}/journal.json`, realFileSystem.readFileSync(journal, 'utf8'));
    put(root, '.signal-next/runs/000009-20261125T120000000Z/0.before', 'no journal');
    const fs = {
      ...realFileSystem,
      readdirSync: (path: string) => realFileSystem.readdirSync(path).sort().reverse(),
    } as typeof realFileSystem;
    for (const left of ['2', '1', '0']) {
      expect(undoLastRun(root, fs).kind).toBe('undone');
      expect(contentsOf(root)).toEqual({ 'a.ts': left });
      // What belongs to no run is cleared away with the first.
      expect(readdirSync(join(root, '.signal-next/runs'))).toHaveLength(Number(left));
    }
  });

  test('remembers the last ten runs', () => {
    const root = projectDir({ 'a.ts': '0' });
    for (let run = 0; run < 12; run += 1) write(root, ['a.ts', `${run}`, `${run + 1}`]);
    expect(readdirSync(join(root, '.signal-next/runs'))).toHaveLength(10);
    for (let run = 0; run < 10; run += 1) expect(undoLastRun(root).kind).toBe('undone');
    expect(contentsOf(root)).toEqual({ 'a.ts': '2' });
  });
});

describe('what the last run wrote', () => {
  test('is known as long as nobody touches it', () => {
    const root = projectDir({ 'a.ts': '1' });
    write(root, ['a.ts', '1', '2'], ['lib/b.ts', undefined, 'b']);
    write(root, ['a.ts', '2', '3']);
    const hashes = changedByLastRun(root);
    expect([...hashes.keys()].sort()).toEqual(['a.ts', 'lib/b.ts']);
    expect(isFromLastRun(hashes, 'a.ts', '3')).toBe(true);
    expect(isFromLastRun(hashes, 'a.ts', '2')).toBe(false);
    expect(isFromLastRun(hashes, 'lib/b.ts', Buffer.from('b'))).toBe(true);
    expect(isFromLastRun(hashes, 'other.ts', 'b')).toBe(false);
  });

  test('is forgotten with undo, and empty without a run or with a damaged journal', () => {
    const root = projectDir({ 'a.ts': '1' });
    expect(changedByLastRun(root).size).toBe(0);
    write(root, ['a.ts', '1', '2']);
    undoLastRun(root);
    expect(changedByLastRun(root).size).toBe(0);
    write(root, ['a.ts', '1', '2']);
    writeFileSync(join(runFolder(root), 'journal.json'), 'no');
    expect(changedByLastRun(root).size).toBe(0);
  });
});
