import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { realFileSystem } from '../../src/runner/files.js';
import { lockHolder, withLock } from '../../src/runner/lock.js';
import { undoLastRun } from '../../src/runner/undo.js';
import { writeStaged } from '../../src/runner/write.js';
import { contentsOf, projectDir, put, ready } from './project-dir.js';
import { bundledProgram } from './support/bundled-program.js';

const NOW = new Date('2026-11-25T12:00:00Z');
const HOLDER = '.signal-next/lock/holder.json';

function locked(holder: object): string {
  const root = projectDir({ 'a.ts': 'a' });
  put(root, HOLDER, JSON.stringify({ startedAt: NOW.toISOString(), host: hostname(), ...holder }));
  return root;
}

const write = (root: string, now = NOW) => writeStaged(root, [ready('a.ts', 'a', 'A')], { now: () => now });

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock', () => {
  test('stops a second run while a process holds it, and says what to do', () => {
    const root = locked({ pid: process.ppid });
    expect(write(root)).toEqual({
      kind: 'refused',
      problems: [
        {
          path: '.signal-next/lock',
          reason: `is held by another run of signal-next (process ${process.ppid}, since 2026-11-25T12:00:00.000Z); wait until it has ended, or delete that folder if there is no such process`,
        },
      ],
    });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'a' });
    expect(existsSync(join(root, HOLDER))).toBe(true);
    expect(lockHolder(realFileSystem, root, NOW)?.pid).toBe(process.ppid);
  });

  test('stops undo as well', () => {
    const root = projectDir({ 'a.ts': 'a' });
    write(root);
    put(root, HOLDER, JSON.stringify({ pid: process.ppid, host: hostname(), startedAt: NOW.toISOString() }));
    expect(undoLastRun(root)).toMatchObject({ kind: 'refused', problems: [{ path: '.signal-next/lock' }] });
    expect(contentsOf(root)).toEqual({ 'a.ts': 'A' });
  });

  test.each([
    ['of a process that has ended', () => ({ pid: deadPid() })],
    ['of our own number, which a dead process had before us', () => ({ pid: process.pid })],
    ['of a number that another process has by now', () => ({ pid: process.ppid, birth: 'another' })],
    [
      'of another machine that has not been heard of for long',
      () => ({
        pid: 1,
        host: 'elsewhere',
        startedAt: '2026-11-25T11:00:00Z',
      }),
    ],
    ['that is damaged', () => ({ pid: 'no number' })],
  ])('is taken over: one %s', (_, holder) => {
    const root = locked(holder());
    expect(write(root).kind).toBe('written');
    expect(existsSync(join(root, '.signal-next/lock'))).toBe(false);
  });

  test('of another machine is respected for ten minutes', () => {
    const root = locked({ pid: 1, host: 'elsewhere' });
    for (const minutes of [0, 9.99]) {
      expect(write(root, new Date(NOW.getTime() + minutes * 60_000))).toMatchObject({
        problems: [{ reason: expect.stringContaining('process 1 on elsewhere') }],
      });
    }
    expect(write(root, new Date(NOW.getTime() + 10 * 60_000)).kind).toBe('written');
  });

  test.each([
    null,
    'text',
    { host: 'elsewhere', startedAt: NOW.toISOString() },
    { pid: '1', host: 'elsewhere', startedAt: NOW.toISOString() },
    { pid: 1, startedAt: NOW.toISOString() },
    { pid: 1, host: 7, startedAt: NOW.toISOString() },
    { pid: 1, host: 'elsewhere' },
    { pid: 1, host: 'elsewhere', startedAt: 1 },
  ])('of nobody, such as %j, is taken over', (holder) => {
    const root = projectDir({ 'a.ts': 'a' });
    put(root, HOLDER, JSON.stringify(holder));
    expect(lockHolder(realFileSystem, root, NOW)).toBeUndefined();
    expect(write(root).kind).toBe('written');
  });

  test('sweeps away what dead processes left that asked for it, and nothing else', () => {
    const root = projectDir({ 'a.ts': 'a' });
    const dead = deadPid();
    const left = [`lock.${process.ppid}`, 'lock.x', `lock.${dead}.old`, `my-lock.${dead}`, 'cache'];
    const swept = [`lock.${dead}`, `lock.${dead}.stale`, `.gitignore.${dead}.tmp`];
    for (const name of [...left, ...swept]) put(root, `.signal-next/${name}/x`, 'x');
    expect(write(root).kind).toBe('written');
    expect(readdirSync(join(root, '.signal-next')).sort()).toEqual([...left, '.gitignore', 'runs'].sort());
  });

  test('is given back after a failure, and names its process meanwhile', () => {
    const root = projectDir();
    const fail = () =>
      withLock(realFileSystem, root, NOW, () => {
        expect(JSON.parse(readFileSync(join(root, HOLDER), 'utf8'))).toMatchObject({
          pid: process.pid,
          host: hostname(),
          startedAt: NOW.toISOString(),
        });
        throw new Error('a failure');
      });
    expect(fail).toThrow('a failure');
    expect(existsSync(join(root, '.signal-next/lock'))).toBe(false);
  });

  test('that another process took over first is left to it', () => {
    const dead = deadPid();
    const root = locked({ pid: dead });
    const other = { pid: process.ppid, host: hostname(), startedAt: NOW.toISOString() };
    // Between the look at the lock and its removal another process removes it and takes its own.
    const fs = {
      ...realFileSystem,
      renameSync: (from: string, to: string) => {
        if (to.endsWith('.stale')) put(root, HOLDER, JSON.stringify(other));
        realFileSystem.renameSync(from, to);
      },
    } as typeof realFileSystem;
    expect(writeStaged(root, [ready('a.ts', 'a', 'A')], { fs })).toMatchObject({ kind: 'refused' });
    expect(JSON.parse(readFileSync(join(root, HOLDER), 'utf8'))).toEqual(other);
  });
});

describe('several processes at once', () => {
  let program = '';

  beforeAll(async () => {
    program = await bundledProgram(`
          import { writeStaged } from './write.js';
          const [, , root, name, count] = process.argv;
          const file = (path, before, after) => ({ kind: 'ready', path, before, after, summary: '' });
          const results = {};
          for (let at = 0; at < Number(count); at += 1) {
            const { kind } = writeStaged(root, [file(name + at + '.ts', undefined, name), file('sub/' + name + at + '.ts', undefined, name)]);
            results[kind] = (results[kind] ?? 0) + 1;
            if (kind === 'refused') at -= 1;
          }
          console.log(JSON.stringify(results));
        `);
  });

  test('never write at the same time, and lose no run', async () => {
    const root = projectDir();
    const script = join(projectDir({ 'run.cjs': program }), 'run.cjs');
    const runs = ['a', 'b', 'c'].map(async (name) => {
      const child = spawn(process.execPath, [script, root, name, '5']);
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      const [code] = await once(child, 'close');
      return { code, results: JSON.parse(output) as Record<string, number> };
    });
    for (const { code, results } of await Promise.all(runs)) {
      expect(code).toBe(0);
      expect(results).toMatchObject({ written: 5 });
      expect(results).not.toHaveProperty('rolled-back');
    }
    expect(Object.keys(contentsOf(root))).toHaveLength(30);
    // The last ten runs can be taken back, one by one, whoever made them.
    for (let run = 0; run < 10; run += 1) expect(undoLastRun(root).kind).toBe('undone');
    expect(Object.keys(contentsOf(root))).toHaveLength(10);
  });
});
