import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stoppedRun } from '../../src/runner/last-run.js';
import type { ReadyFile } from '../../src/runner/stage.js';
import { undoLastRun } from '../../src/runner/undo.js';
import { type WriteResult, writeStaged } from '../../src/runner/write.js';
import { contentsOf, projectDir, put, ready } from './project-dir.js';
import { bundledProgram } from './support/bundled-program.js';
import { type Fault, faultyFileSystem, Killed } from './support/faulty-fs.js';

const BEFORE = { 'app/a.ts': 'a', 'bin/run.ts': '#!/usr/bin/env node\n', 'shared/c.ts': '\uFEFFc\r\n' };
const FILES: readonly ReadyFile[] = [
  ready('app/a.ts', 'a', 'A, and a longer text'),
  ready('lib/deep/new.ts', undefined, 'new'),
  ready('bin/run.ts', BEFORE['bin/run.ts'], 'run'),
  // A symbolic link within the project.
  ready('app/c.ts', BEFORE['shared/c.ts'], 'C'),
  ready('lib/other.ts', undefined, 'other'),
];

/** A project that a run was made in before, so that a journal is there already. */
function project(): string {
  const root = projectDir({ ...BEFORE, 'app/a.ts': '0' });
  chmodSync(join(root, 'bin/run.ts'), 0o750);
  symlinkSync('../shared/c.ts', join(root, 'app/c.ts'));
  expect(writeStaged(root, [ready('app/a.ts', '0', 'a')]).kind).toBe('written');
  return root;
}

/** Everything but the state folder, modes too. */
function stateOf(root: string): string {
  const contents = contentsOf(root);
  const modes = Object.keys(contents).map((path) => statSync(join(root, path)).mode.toString(8));
  return JSON.stringify([contents, modes]);
}

/** What must never be left in the state folder: a lock, a temporary file, a run folder without a journal. */
function rubbish(root: string): string[] {
  const state = join(root, '.signal-next');
  const runs = readdirSync(join(state, 'runs'));
  return [
    ...readdirSync(state).filter((name) => name !== 'runs' && name !== '.gitignore'),
    ...runs.filter((id) => readdirSync(join(state, 'runs', id)).some((name) => name.endsWith('.tmp'))),
    ...runs.filter((id) => !readdirSync(join(state, 'runs', id)).some((name) => name.endsWith('.json'))),
  ];
}

// Thousands of runs, each of which waits for the disk many times: in memory where the system has a place for that.
if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';

const template = { before: '', after: '' };
/** The calls that change something, of a run that goes well. */
let writing: readonly string[] = [];
let undoing: readonly string[] = [];

beforeAll(() => {
  const root = project();
  template.before = stateOf(root);
  const write = faultyFileSystem();
  expect(writeStaged(root, FILES, { fs: write.fs }).kind).toBe('written');
  template.after = stateOf(root);
  const undo = faultyFileSystem();
  expect(undoLastRun(root, undo.fs).kind).toBe('undone');
  expect(stateOf(root)).toBe(template.before);
  expect(rubbish(root)).toEqual([]);
  writing = write.calls;
  undoing = undo.calls;
});

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['ENOSPC', { kind: 'fails', code: 'ENOSPC' }],
  ['EIO', { kind: 'fails', code: 'EIO' }],
  ['EACCES', { kind: 'fails', code: 'EACCES' }],
  [
    'a disk that stays full',
    { kind: 'fails-from-here', code: 'ENOSPC', calls: ['openSync', 'writeFileSync', 'mkdirSync'] },
  ],
  ['a disk that is gone', { kind: 'fails-from-here', code: 'EIO' }],
  ['kill -9', { kind: 'killed' }],
  ['kill -9 in the middle of a write', { kind: 'torn' }],
];

/** Only a write can be torn; every call can fail. */
function placesIn(calls: readonly string[], { kind }: Fault): number[] {
  return calls.flatMap((call, at) => (kind !== 'torn' || call.startsWith('writeFileSync') ? [at] : []));
}

function isKilled(work: () => WriteResult | ReturnType<typeof undoLastRun>) {
  try {
    return work();
  } catch (error) {
    if (error instanceof Killed) return 'killed' as const;
    throw error;
  }
}

/** Every file is at any moment what it was, or what it is to be: what a watcher reads is never torn. */
function watcher(root: string): () => void {
  const texts = new Map<string, ReadonlySet<string | undefined>>(
    FILES.map(({ path, before, after }) => [path, new Set([before, after])]),
  );
  return () => {
    for (const [path, allowed] of texts) {
      const at = join(root, path);
      const text = existsSync(at) ? readFileSync(at, 'utf8') : undefined;
      if (!allowed.has(text)) throw new Error(`${path} is torn: ${text}`);
    }
  };
}

describe.each(FAULTS)('%s at every call of the file system', (_, fault) => {
  test('while a run is written leaves all or nothing, or what undo completes', () => {
    expect(writing.length).toBeGreaterThan(90);
    for (const at of placesIn(writing, fault)) {
      const root = project();
      const { fs, calls } = faultyFileSystem(at, fault, watcher(root));
      const result = isKilled(() => writeStaged(root, FILES, { fs }));
      const where = `call ${at}: ${calls[at]}`;
      if (fault.kind === 'fails') {
        const kind = result === 'killed' ? result : result.kind;
        expect([template.before, template.after], where).toContain(stateOf(root));
        expect(stateOf(root) === template.after, where).toBe(kind === 'written');
      }
      settle(root, where);
      if (stateOf(root) === template.after) expect(undoLastRun(root).kind, where).toBe('undone');
      expect(stateOf(root), where).toBe(template.before);
      expect(undoLastRun(root).kind, where).toBe('undone');
      expect(contentsOf(root)['app/a.ts'], where).toBe('0');
    }
  }, 120_000);

  test('while a run is taken back leaves what undo completes', () => {
    expect(undoing.length).toBeGreaterThan(25);
    for (const at of placesIn(undoing, fault)) {
      const root = project();
      expect(writeStaged(root, FILES).kind).toBe('written');
      const { fs, calls } = faultyFileSystem(at, fault, watcher(root));
      isKilled(() => undoLastRun(root, fs));
      const where = `call ${at}: ${calls[at]}`;
      settle(root, where);
      if (stateOf(root) !== template.before) expect(undoLastRun(root).kind, where).toBe('undone');
      expect(stateOf(root), where).toBe(template.before);
    }
  }, 120_000);
});

/** Whatever happened, the project is before or after, or says that it is neither, and undo makes it before. */
function settle(root: string, where: string): void {
  if (stoppedRun(root) === undefined) {
    expect([template.before, template.after], where).toContain(stateOf(root));
  } else {
    const again = writeStaged(root, [ready('more.ts', undefined, 'more')]);
    expect(again, where).toMatchObject({ kind: 'refused', problems: [{ path: stoppedRun(root) }] });
    expect(undoLastRun(root), where).toMatchObject({ kind: 'undone', stopped: true });
    expect(stateOf(root), where).toBe(template.before);
  }
  const state = stateOf(root);
  // The next run goes through, and sweeps up.
  expect(writeStaged(root, [ready('next.ts', undefined, 'next')]).kind, where).toBe('written');
  expect(rubbish(root), where).toEqual([]);
  expect(undoLastRun(root).kind, where).toBe('undone');
  expect(stateOf(root), where).toBe(state);
}

describe('a real process', () => {
  let program = '';

  beforeAll(async () => {
    program = await bundledProgram(
      `
          import { faultyFileSystem } from './faulty-fs.js';
          import { writeStaged } from '../../../src/runner/write.js';
          import { undoLastRun } from '../../../src/runner/undo.js';
          const [, , root, what, at, files] = process.argv;
          let left = Number(at);
          const { fs } = faultyFileSystem();
          const deadly = Object.fromEntries(Object.entries(fs).map(([name, call]) => [name, (...args) => {
            if (/^(close|fchmod|fchown|fsync|mkdir|open|rename|rmdir|unlink|writeFile)Sync$/.test(name) && left-- === 0)
              process.kill(process.pid, 'SIGKILL');
            return call(...args);
          }]));
          if (what === 'write') writeStaged(root, JSON.parse(files), { fs: deadly });
          else undoLastRun(root, deadly);
        `,
      join(import.meta.dirname, 'support'),
    );
  });

  function killAt(root: string, what: 'write' | 'undo', at: number): void {
    const script = join(projectDir({ 'run.cjs': program }), 'run.cjs');
    const { signal } = spawnSync(process.execPath, [script, root, what, String(at), JSON.stringify(FILES)]);
    expect(signal).toBe('SIGKILL');
  }

  test('that is killed leaves what undo completes, and its lock is taken over', () => {
    for (let at = 0; at < writing.length; at += 7) {
      const root = project();
      killAt(root, 'write', at);
      settle(root, `call ${at}`);
    }
    for (let at = 0; at < undoing.length; at += 5) {
      const root = project();
      writeStaged(root, FILES);
      killAt(root, 'undo', at);
      settle(root, `call ${at}`);
      if (stateOf(root) !== template.before) undoLastRun(root);
      expect(stateOf(root)).toBe(template.before);
    }
  }, 120_000);
});

describe('a rename across file systems', () => {
  test('falls back to a copy when a run is taken back', () => {
    const root = project();
    writeStaged(root, FILES);
    const { fs } = faultyFileSystem();
    const apart = {
      ...fs,
      renameSync: (from: string, to: string) => {
        if (from.includes('.signal-next/') !== to.includes('.signal-next/'))
          throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
        fs.renameSync(from, to);
      },
    } as typeof fs;
    expect(undoLastRun(root, apart).kind).toBe('undone');
    expect(stateOf(root)).toBe(template.before);
  });
});

test('what killed processes left of asking for the lock is swept up', () => {
  const root = project();
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  mkdirSync(join(root, `.signal-next/lock.${dead}`));
  put(root, `.signal-next/lock.${dead}.stale/holder.json`, '{}');
  put(root, `.signal-next/.gitignore.${dead}.tmp`, '*');
  expect(writeStaged(root, FILES).kind).toBe('written');
  expect(rubbish(root)).toEqual([]);
});
