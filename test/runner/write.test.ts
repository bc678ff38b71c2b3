import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { realFileSystem } from '../../src/runner/files.js';
import { undoLastRun } from '../../src/runner/undo.js';
import { writeAlone, writeStaged } from '../../src/runner/write.js';
import { contentsOf, projectDir, put, ready } from './project-dir.js';
import { bundledProgram } from './support/bundled-program.js';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}

/** Fails the `nth` rename of a file whose target ends in `suffix`. */
function failingRename(suffix: string, code: string) {
  return {
    ...realFileSystem,
    renameSync: (from: string, to: string) => {
      if (to.endsWith(suffix)) throw systemError(code);
      realFileSystem.renameSync(from, to);
    },
  } as typeof realFileSystem;
}

describe('writing a run', () => {
  test('edits and creates files, makes folders, keeps every byte and the mode', () => {
    const before = '\uFEFF#!/usr/bin/env node\r\n\tconst ü = "🙂";\r\n';
    const root = projectDir({ 'bin/a.js': before });
    chmodSync(join(root, 'bin/a.js'), 0o751);
    const result = writeStaged(root, [
      ready('bin/a.js', before, `${before}x`),
      ready('src/lib/deep/b.ts', undefined, 'new'),
    ]);
    expect(result).toMatchObject({ kind: 'written', paths: ['bin/a.js', 'src/lib/deep/b.ts'] });
    expect(contentsOf(root)).toEqual({ 'bin/a.js': `${before}x`, 'src/lib/deep/b.ts': 'new' });
    expect(statSync(join(root, 'bin/a.js')).mode & 0o777).toBe(0o751);
  });

  test('leaves a state folder that git ignores, and no temporary file', () => {
    const root = projectDir({ 'a.ts': 'a' });
    writeStaged(root, [ready('a.ts', 'a', 'b')]);
    expect(readFileSync(join(root, '.signal-next/.gitignore'), 'utf8')).toBe('*\n');
    expect(contentsOf(root)).toEqual({ 'a.ts': 'b' });
  });

  test('leaves nothing behind without files', () => {
    const root = projectDir({ 'a.ts': 'a' });
    expect(writeStaged(root, [])).toEqual({ kind: 'written', paths: [], id: undefined });
    expect(existsSync(join(root, '.signal-next'))).toBe(false);
  });

  test('writes through a symbolic link that stays in the project, and keeps the link', () => {
    const root = projectDir({ 'shared/a.ts': 'a' });
    mkdirSync(join(root, 'app'));
    symlinkSync('../shared/a.ts', join(root, 'app/a.ts'));
    expect(writeStaged(root, [ready('app/a.ts', 'a', 'b')]).kind).toBe('written');
    expect(contentsOf(root)).toEqual({ 'app/a.ts': 'b', 'shared/a.ts': 'b' });
  });

  test('writes the folders beside the project that are named, and takes them back', () => {
    const workspace = projectDir({ 'web/a.ts': 'a', 'shared/b.ts': 'b', 'shared-other/c.ts': 'c' });
    const contents = () => ['web', 'shared', 'shared-other'].map((name) => contentsOf(join(workspace, name)));
    const root = join(workspace, 'web');
    const reach = ['../other', '../shared'];
    const files = [
      ready('a.ts', 'a', 'A'),
      ready('../shared/b.ts', 'b', 'B'),
      ready('../shared/lib/n.ts', undefined, 'N'),
    ];
    expect(writeStaged(root, files, { reach })).toMatchObject({ kind: 'written' });
    expect(contents()).toEqual([{ 'a.ts': 'A' }, { 'b.ts': 'B', 'lib/n.ts': 'N' }, { 'c.ts': 'c' }]);
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused' });
    expect(undoLastRun(root, realFileSystem, reach)).toMatchObject({ kind: 'undone' });
    expect(contents()).toEqual([{ 'a.ts': 'a' }, { 'b.ts': 'b' }, { 'c.ts': 'c' }]);
    const outside = ['../shared-other/c.ts', '../shared/../shared-other/c.ts'];
    expect(
      writeStaged(
        root,
        outside.map((path) => ready(path, 'c', 'C')),
        { reach },
      ),
    ).toEqual({
      kind: 'refused',
      problems: outside.map((path) => ({ path, reason: 'lies outside the project' })),
    });
  });

  test('works when the root itself is reached through a symbolic link', () => {
    const root = projectDir({ 'real/a.ts': 'a' });
    symlinkSync('real', join(root, 'link'));
    expect(writeStaged(join(root, 'link'), [ready('a.ts', 'a', 'b')]).kind).toBe('written');
    expect(readFileSync(join(root, 'real/a.ts'), 'utf8')).toBe('b');
  });
});

describe('nothing is written at all', () => {
  function refusal(root: string, files: Parameters<typeof writeStaged>[1], fs = realFileSystem) {
    const was = contentsOf(root);
    const result = writeStaged(root, files, { fs });
    expect(contentsOf(root)).toEqual(was);
    expect(result.kind).toBe('refused');
    return result.kind === 'refused' ? result.problems : [];
  }

  test('when a file changed on disk since it was read', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'edited meanwhile' });
    expect(refusal(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'b', 'B')])).toEqual([
      { path: 'b.ts', reason: 'has changed since it was read; run the command again' },
    ]);
    expect(existsSync(join(root, '.signal-next'))).toBe(false);
  });

  test('when only bytes differ that decoding hides', () => {
    const root = projectDir();
    writeFileSync(join(root, 'a.ts'), Buffer.from([0x61, 0xff]));
    expect(refusal(root, [ready('a.ts', 'a\uFFFD', 'b')])).toHaveLength(1);
  });

  test('when a file to create exists meanwhile, even as a broken symbolic link', () => {
    const root = projectDir({ 'a.ts': 'theirs' });
    expect(refusal(root, [ready('a.ts', undefined, 'ours')])).toEqual([
      { path: 'a.ts', reason: 'has come into being since the plan was made; run the command again' },
    ]);
    const other = projectDir();
    symlinkSync('nowhere', join(other, 'a.ts'));
    expect(writeStaged(other, [ready('a.ts', undefined, 'ours')])).toEqual({
      kind: 'refused',
      problems: [{ path: 'a.ts', reason: 'is a symbolic link that leads nowhere' }],
    });
  });

  test('when a file was deleted or became a folder', () => {
    const root = projectDir({ 'route.ts/x': '' });
    expect(refusal(root, [ready('gone.ts', 'a', 'b'), ready('route.ts', 'a', 'b')])).toEqual([
      { path: 'gone.ts', reason: 'does not exist any more; run the command again' },
      { path: 'route.ts', reason: 'is not a regular file' },
    ]);
  });

  test('when a file is read-only', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    chmodSync(join(root, 'b.ts'), 0o444);
    expect(refusal(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'b', 'B')])).toEqual([
      { path: 'b.ts', reason: 'is read-only; make it writable (chmod u+w) or exclude it' },
    ]);
  });

  test('when a folder is read-only, for an edit as for a new file below it', () => {
    const root = projectDir({ 'lib/a.ts': 'a' });
    chmodSync(join(root, 'lib'), 0o555);
    const reason = 'is in a read-only folder (lib); make it writable (chmod u+w)';
    expect(refusal(root, [ready('lib/a.ts', 'a', 'A'), ready('lib/deep/b.ts', undefined, 'B')])).toEqual([
      { path: 'lib/a.ts', reason },
      { path: 'lib/deep/b.ts', reason },
    ]);
    chmodSync(join(root, 'lib'), 0o755);
  });

  test('when the system denies access whatever the mode says', () => {
    const root = projectDir({ 'a.ts': 'a' });
    const fs = {
      ...realFileSystem,
      accessSync: () => {
        throw systemError('EACCES');
      },
    };
    expect(refusal(root, [ready('a.ts', 'a', 'A')], fs)).toEqual([
      { path: 'a.ts', reason: 'is read-only; make it writable (chmod u+w) or exclude it' },
    ]);
  });

  test('when a symbolic link leads out of the project', () => {
    const outside = projectDir({ 'a.ts': 'a', 'folder/b.ts': 'b' });
    const root = projectDir({ 'app/keep.ts': '' });
    symlinkSync(join(outside, 'a.ts'), join(root, 'app/a.ts'));
    symlinkSync(join(outside, 'folder'), join(root, 'lib'));
    const problems = refusal(root, [
      ready('app/a.ts', 'a', 'A'),
      ready('lib/b.ts', 'b', 'B'),
      ready('lib/new.ts', undefined, 'N'),
    ]);
    const reason = 'is reached through a symbolic link that leads out of the project, to ';
    expect(problems).toEqual([
      { path: 'app/a.ts', reason: `${reason}${join(outside, 'a.ts')}` },
      { path: 'lib/b.ts', reason: `${reason}${join(outside, 'folder/b.ts')}` },
      { path: 'lib/new.ts', reason: `${reason}${join(outside, 'folder')}` },
    ]);
    expect(contentsOf(outside)).toEqual({ 'a.ts': 'a', 'folder/b.ts': 'b' });
  });

  test('when a path points above the project', () => {
    const root = projectDir({ 'app/a.ts': 'a' });
    const problems = refusal(join(root, 'app'), [
      ready('../evil.ts', undefined, ''),
      ready('/etc/evil', undefined, ''),
      ready('x/../../evil', undefined, ''),
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual(Array(3).fill('lies outside the project'));
  });

  test('when two paths are one file', () => {
    const root = projectDir({ 'a.ts': 'a' });
    symlinkSync('a.ts', join(root, 'b.ts'));
    expect(refusal(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'a', 'B')])).toEqual([
      { path: 'b.ts', reason: 'is the same file as a.ts, by a link' },
    ]);
  });

  test('when two paths will be one file', () => {
    const root = projectDir({ 'lib/a.ts': 'a' });
    symlinkSync('lib', join(root, 'linked'));
    expect(
      refusal(root, [ready('lib/new.ts', undefined, 'A'), ready('linked/new.ts', undefined, 'B')]),
    ).toEqual([{ path: 'linked/new.ts', reason: 'is the same file as lib/new.ts, by a link' }]);
  });

  test('when an earlier run was stopped midway', () => {
    const root = projectDir({ 'a.ts': 'a' });
    put(root, '.signal-next/runs/000001-20261125T120000000Z/open.json', '{}');
    expect(refusal(root, [ready('a.ts', 'a', 'A')])).toEqual([
      {
        path: '.signal-next/runs/000001-20261125T120000000Z',
        reason: 'belongs to a run that was stopped midway; take it back with `npx signal-next undo` first',
      },
    ]);
  });

  test('when a folder to create is a file', () => {
    const root = projectDir({ lib: 'a file' });
    expect(refusal(root, [ready('lib/signal-server.ts', undefined, 'x')])).toEqual([
      { path: 'lib/signal-server.ts', reason: 'cannot be created: lib is a file, not a folder' },
    ]);
  });

  test('when there is no place for its journal', () => {
    const root = projectDir({ 'a.ts': 'a' });
    put(root, '.signal-next/runs', 'a file');
    expect(refusal(root, [ready('a.ts', 'a', 'A')])).toEqual([
      { path: '.signal-next', reason: 'cannot be used: .signal-next/runs is no folder; delete it' },
    ]);
  });

  test('when the journal cannot be kept', () => {
    const outside = projectDir();
    const root = projectDir({ 'a.ts': 'a' });
    symlinkSync(outside, join(root, '.signal-next'));
    expect(writeStaged(root, [ready('a.ts', 'a', 'A')])).toEqual({
      kind: 'refused',
      problems: [
        {
          path: '.signal-next/lock',
          reason:
            'cannot be used: .signal-next is a symbolic link, and signal-next makes none there; delete it',
        },
      ],
    });
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe('a');
    expect(contentsOf(outside)).toEqual({});
  });
});

test('Ctrl-C in the middle of the writes does not leave half a run', async () => {
  const program = projectDir({
    'write.cjs': await bundledProgram(`
        import { realFileSystem } from './files.js';
        import { writeStaged } from './write.js';
        const fs = { ...realFileSystem, renameSync: (from, to) => {
          realFileSystem.renameSync(from, to);
          process.kill(process.pid, 'SIGINT');
        } };
        const file = (path) => ({ kind: 'ready', path, before: 'a', after: 'b', summary: '' });
        const result = writeStaged(process.argv[2], [file('1.ts'), file('2.ts'), file('3.ts')], { fs });
        console.log(result.kind);
      `),
  });
  const root = projectDir({ '1.ts': 'a', '2.ts': 'a', '3.ts': 'a' });
  const { status, stdout } = spawnSync(process.execPath, [join(program, 'write.cjs'), root], {
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'written\n' });
  expect(contentsOf(root)).toEqual({ '1.ts': 'b', '2.ts': 'b', '3.ts': 'b' });
});

describe('one file that is no part of a run', () => {
  test('is written with the folders that it needs, and undo knows nothing of it', () => {
    const root = projectDir({ 'a.json': 'a' });
    expect(writeAlone(root, ready('a.json', 'a', 'A'))).toBeUndefined();
    expect(writeAlone(root, ready('lib/deep/b.json', undefined, 'B'))).toBeUndefined();
    expect(contentsOf(root)).toEqual({ 'a.json': 'A', 'lib/deep/b.json': 'B' });
    expect(undoLastRun(root)).toEqual({ kind: 'nothing-to-undo' });
  });

  test('stays as it is where something stands in the way', () => {
    const root = projectDir({ 'a.json': 'edited meanwhile' });
    expect(writeAlone(root, ready('a.json', 'a', 'A'))).toEqual({
      path: 'a.json',
      reason: 'has changed since it was read; run the command again',
    });
    const failing = failingRename('/a.json', 'EROFS');
    expect(writeAlone(root, ready('a.json', 'edited meanwhile', 'A'), failing)).toEqual({
      path: 'a.json',
      reason: 'is on a read-only file system',
    });
    expect(contentsOf(root)).toEqual({ 'a.json': 'edited meanwhile' });
  });
});

describe('a write that fails midway', () => {
  test('puts back what was written before it and says what failed', () => {
    const root = projectDir({ 'a.ts': 'a', 'c.ts': 'c' });
    const was = contentsOf(root);
    const files = [ready('a.ts', 'a', 'A'), ready('new/deep/b.ts', undefined, 'B'), ready('c.ts', 'c', 'C')];
    const result = writeStaged(root, files, { fs: failingRename('/c.ts', 'ENOSPC') });
    expect(result).toEqual({
      kind: 'rolled-back',
      problem: { path: 'c.ts', reason: 'does not fit: the disk is full' },
      unrestored: [],
    });
    expect(contentsOf(root)).toEqual(was);
    expect(existsSync(join(root, '.signal-next/runs'))).toBe(true);
    expect(contentsOf(join(root, '.signal-next/runs'))).toEqual({});
  });

  test('keeps the journal when even putting back fails, so that undo can go on', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    let renamesOfA = 0;
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        if (to.endsWith('/b.ts')) throw systemError('EIO');
        if (to.endsWith('/a.ts') && ++renamesOfA > 1) throw systemError('EIO');
        realFileSystem.renameSync(from, to);
      },
    } as typeof realFileSystem;
    const result = writeStaged(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'b', 'B')], { fs });
    expect(result).toMatchObject({ kind: 'rolled-back', unrestored: [{ path: 'a.ts' }] });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'A', 'b.ts': 'b' });
    expect(undoLastRun(root)).toMatchObject({ kind: 'undone', undone: [{ kind: 'restored', path: 'a.ts' }] });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'a', 'b.ts': 'b' });
  });

  test.each([
    ['EACCES', 'may not be written by this user'],
    ['EPERM', 'may not be written by this user'],
    ['EROFS', 'is on a read-only file system'],
    ['ENOSPC', 'does not fit: the disk is full'],
    ['EISDIR', 'is a folder'],
    ['ENOENT', 'does not exist any more'],
    ['EIO', 'could not be written (EIO: made up)'],
  ])('says in words what %s means', (code, reason) => {
    const root = projectDir({ 'a.ts': 'a' });
    const fs = failingRename('/a.ts', code);
    expect(writeStaged(root, [ready('a.ts', 'a', 'A')], { fs })).toEqual({
      kind: 'rolled-back',
      problem: { path: 'a.ts', reason },
      unrestored: [],
    });
  });

  test('does not touch a file that somebody saves while the run is being written', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        realFileSystem.renameSync(from, to);
        if (to.endsWith('/a.ts')) put(root, 'b.ts', 'saved by an editor');
      },
    } as typeof realFileSystem;
    const result = writeStaged(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'b', 'B')], { fs });
    expect(result).toMatchObject({ kind: 'rolled-back', problem: { path: 'b.ts' } });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'a', 'b.ts': 'saved by an editor' });
  });

  test('does not hide a defect of ours behind a message', () => {
    const root = projectDir({ 'a.ts': 'a' });
    const fs = {
      ...realFileSystem,
      renameSync: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => writeStaged(root, [ready('a.ts', 'a', 'A')], { fs })).toThrow('a bug');
  });
});

describe('names that are one name', () => {
  test('two files that differ in case only are not created beside each other', () => {
    const root = projectDir();
    expect(writeStaged(root, [ready('lib/a.ts', undefined, 'a'), ready('lib/A.ts', undefined, 'A')])).toEqual(
      {
        kind: 'refused',
        problems: [{ path: 'lib/A.ts', reason: 'differs from lib/a.ts in case only; rename one of them' }],
      },
    );
    expect(contentsOf(root)).toEqual({});
  });

  test('a file is not created beside one, or below a folder, that differs in case only', () => {
    const root = projectDir({ 'lib/Signal.ts': '', 'Src/a.ts': '', 'caf\u00e9/a.ts': '' });
    const beside = (name: string) =>
      `cannot be created beside ${name}, which differs in case only; rename that`;
    expect(
      writeStaged(root, [
        ready('lib/signal.ts', undefined, 'a'),
        ready('src/lib/b.ts', undefined, 'b'),
        ready('cafe\u0301/c.ts', undefined, 'c'),
        ready('lib/signal-server.ts', undefined, 'd'),
      ]),
    ).toEqual({
      kind: 'refused',
      problems: [
        { path: 'lib/signal.ts', reason: beside('Signal.ts') },
        { path: 'src/lib/b.ts', reason: beside('Src') },
        { path: 'cafe\u0301/c.ts', reason: beside('caf\u00e9') },
      ],
    });
  });

  test('files are told apart on a file system without inode numbers', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'a' });
    const statSync = (path: string) => Object.assign(realFileSystem.statSync(path), { ino: 0 });
    const fs = { ...realFileSystem, statSync } as typeof realFileSystem;
    expect(writeStaged(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'a', 'B')], { fs }).kind).toBe(
      'written',
    );
  });

  test('a file under two names of a disk that does not tell case is written once', () => {
    const root = projectDir({ 'a.ts': 'a' });
    linkSync(join(root, 'a.ts'), join(root, 'A.ts'));
    expect(writeStaged(root, [ready('a.ts', 'a', 'b'), ready('A.ts', 'a', 'c')])).toEqual({
      kind: 'refused',
      problems: [{ path: 'A.ts', reason: 'is the same file as a.ts, by a link' }],
    });
  });

  test('a folder that becomes a link out of the project while the run is written stops it', () => {
    const outside = projectDir({ 'b.ts': 'b' });
    const root = projectDir({ 'a.ts': 'a', 'lib/b.ts': 'b' });
    const was = contentsOf(root);
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        realFileSystem.renameSync(from, to);
        if (!to.endsWith('/a.ts') || from.includes('.before')) return;
        realFileSystem.renameSync(join(root, 'lib'), join(root, 'moved'));
        symlinkSync(outside, join(root, 'lib'));
      },
    } as typeof realFileSystem;
    const result = writeStaged(root, [ready('a.ts', 'a', 'A'), ready('lib/b.ts', 'b', 'B')], { fs });
    expect(result).toMatchObject({ kind: 'rolled-back', problem: { path: 'lib/b.ts' } });
    expect(contentsOf(outside)).toEqual({ 'b.ts': 'b' });
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe(was['a.ts']);
  });

  test('a folder that leads to another of the project while the run is written stops it', () => {
    const root = projectDir({ 'a.ts': 'a', 'lib/b.ts': 'b', 'other/b.ts': 'b' });
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        realFileSystem.renameSync(from, to);
        if (!to.endsWith('/a.ts') || from.includes('.before')) return;
        realFileSystem.renameSync(join(root, 'lib'), join(root, 'moved'));
        symlinkSync('other', join(root, 'lib'));
      },
    } as typeof realFileSystem;
    expect(writeStaged(root, [ready('a.ts', 'a', 'A'), ready('lib/b.ts', 'b', 'B')], { fs })).toMatchObject({
      kind: 'rolled-back',
      problem: { path: 'lib/b.ts', reason: 'leads somewhere else by now; run the command again' },
    });
    expect(contentsOf(root)).toMatchObject({ 'a.ts': 'a', 'other/b.ts': 'b', 'moved/b.ts': 'b' });
  });

  test('what somebody saves over a written file stays when the run is rolled back', () => {
    const root = projectDir({ 'a.ts': 'a', 'b.ts': 'b' });
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        if (to.endsWith('/b.ts')) {
          put(root, 'a.ts', 'saved by an editor');
          throw systemError('EIO');
        }
        realFileSystem.renameSync(from, to);
      },
    } as typeof realFileSystem;
    expect(writeStaged(root, [ready('a.ts', 'a', 'A'), ready('b.ts', 'b', 'B')], { fs })).toMatchObject({
      kind: 'rolled-back',
      unrestored: [{ path: 'a.ts', reason: 'was edited since; undo would lose that work' }],
    });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'saved by an editor', 'b.ts': 'b' });
  });
});
