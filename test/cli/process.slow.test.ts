import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, ROUTE } from './support/apps.js';
import { buildCli } from './support/built-cli.js';

let script = '';
let remove = (): void => {};

beforeAll(async () => {
  ({ script, remove } = await buildCli());
});
afterAll(() => remove());

const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...inherited } = process.env;

function run(folder: ProjectFolder, args: readonly string[], env: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder.root,
    env: { ...inherited, ...env },
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const ESCAPE = '\u001b[';

describe('as a process', () => {
  test('exits with the code of the command', () => {
    const folder = committed(APP_WITH_PROVIDER);
    expect(run(folder, ['--version']).status).toBe(0);
    expect(run(folder, ['check']).status).toBe(1);
    expect(run(folder, ['chekc']).status).toBe(2);
    expect(run(folder, ['migrate', '--yes']).status).toBe(0);
    expect(run(folder, ['check']).status).toBe(0);
  });

  test.each([['migrate'], ['init']])(
    '%s with stdin at its end, or answers piped in, changes nothing and ends with 2',
    (command) => {
      const folder = committed(APP_WITH_PROVIDER);
      for (const input of ['', 'y\n']) {
        const { status, stdout, stderr } = run(folder, [command], {}, input);
        expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
        expect(stderr).toContain('Answer it with --yes.');
      }
      expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
    },
  );

  test('prints no colour into a pipe, colours with FORCE_COLOR, and none with NO_COLOR', () => {
    const folder = committed(APP_WITH_PROVIDER);
    for (const args of [['check'], ['migrate', '--dry-run']]) {
      const plain = run(folder, args);
      expect(plain.stdout + plain.stderr).not.toContain(ESCAPE);
    }
    expect(run(folder, ['check'], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain(ESCAPE);
    expect(run(folder, ['check'], { FORCE_COLOR: '1' }).stdout).toContain(ESCAPE);
    expect(run(folder, ['migrate', '--dry-run'], { FORCE_COLOR: '1' }).stdout).toContain(ESCAPE);
    expect(run(folder, ['check', '--json'], { FORCE_COLOR: '1' }).stdout).not.toContain(ESCAPE);
  });

  test('ends quietly when its reader goes away, and still does its work', () => {
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`app/api/r${index}/route.ts`, ROUTE]),
    );
    const folder = committed({ ...APP_WITH_PROVIDER, ...files });
    const piped = (args: string): string =>
      execFileSync(
        'sh',
        [
          '-c',
          `{ "$0" "$1" ${args} 2>errors.txt; echo "$?" >code.txt; } | head -n 1`,
          process.execPath,
          script,
        ],
        {
          cwd: folder.root,
          env: inherited,
          encoding: 'utf8',
        },
      );
    expect(piped('check --json')).toBe('{\n');
    expect([folder.read('code.txt'), folder.read('errors.txt')]).toEqual(['1\n', '']);
    expect(piped('check')).toMatch(/^error\[/);
    expect([folder.read('code.txt'), folder.read('errors.txt')]).toEqual(['1\n', '']);
    expect(piped('check --reporter pretty --reporter sarif=r.sarif')).toMatch(/^error\[/);
    expect(folder.read('code.txt')).toBe('1\n');
    expect(JSON.parse(folder.read('r.sarif')).runs[0].results.length).toBeGreaterThan(80);
    expect(piped('migrate --dry-run')).toMatch(/^--- /);
    expect(folder.read('code.txt')).toBe('0\n');
    expect(folder.read('errors.txt')).not.toMatch(/EPIPE|at /);
  });
});

const hasFullDevice = existsSync('/dev/full');

describe.runIf(hasFullDevice)('with stdout on a full disk', () => {
  const runFull = (folder: ProjectFolder, args: string, streams = '>/dev/full') => {
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" ${args} ${streams}`, process.execPath, script],
      {
        cwd: folder.root,
        env: { ...inherited, NO_COLOR: '1' },
        encoding: 'utf8',
      },
    );
    return { status, stderr };
  };

  test.each([
    'check',
    'check --json',
    'migrate --dry-run',
    'init --dry-run',
    'rules',
    'explain session-lost',
    'help',
    '--version',
  ])('%s says so in one line and ends with 2', (args) => {
    const { status, stderr } = runFull(committed(APP_WITH_PROVIDER), args);
    const said = stderr.split('\n').filter((line) => line.startsWith('error:'));
    expect({ status, said }).toEqual({
      status: 2,
      said: [
        'error: the output on stdout does not fit: the disk is full, so not all of it was printed. Send it elsewhere, or make room for it, and run the command again.',
      ],
    });
    expect(stderr).not.toMatch(/^ +at |ENOSPC/m);
  });

  test('ends with 2 where nothing can be said either, and without a change where only talk is lost', () => {
    const folder = committed(APP_WITH_PROVIDER);
    expect(runFull(folder, 'check', '>/dev/full 2>/dev/full').status).toBe(2);
    expect(runFull(folder, 'check', '>/dev/null 2>/dev/full').status).toBe(1);
  });
});

describe('a report in a pipe', () => {
  test('is cut at nothing, however slowly it is read', () => {
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`app/api/r${index}/route.ts`, ROUTE]),
    );
    const folder = committed({ ...APP_WITH_PROVIDER, ...files });
    for (const reporter of ['json', 'sarif']) {
      const text = execFileSync(
        'sh',
        ['-c', '"$0" "$1" check --reporter "$2" | { sleep 1; cat; }', process.execPath, script, reporter],
        { cwd: folder.root, env: inherited, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      );
      expect(text.length).toBeGreaterThan(70_000);
      expect(() => JSON.parse(text)).not.toThrow();
    }
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('on a terminal', () => {
  /** Runs the command line on a pseudo terminal and sends `keys` once it asks. */
  function onTerminal(
    folder: ProjectFolder,
    args: readonly string[],
    keys: string,
    env: Record<string, string> = {},
  ) {
    const driver = `
import os, pty, sys, json, subprocess, time
command, cwd, env, keys = json.loads(sys.argv[1])
master, slave = pty.openpty()
child = subprocess.Popen(command, cwd=cwd, env=env, stdin=slave, stdout=subprocess.PIPE, stderr=slave, start_new_session=True)
os.close(slave)
seen = b''
try:
    while b'?' not in seen: seen += os.read(master, 4096)
    time.sleep(0.1)
    os.write(master, keys.encode())
    while True:
        more = os.read(master, 4096)
        if not more: break
        seen += more
except OSError: pass
try: code = child.wait(15)
except subprocess.TimeoutExpired:
    child.kill(); code = 'hangs'
print(json.dumps({'code': code, 'stdout': child.stdout.read().decode(), 'drawn': seen.decode(errors='replace')}))
`;
    const command = [process.execPath, script, ...args];
    const argument = JSON.stringify([command, folder.root, { ...inherited, TERM: 'xterm', ...env }, keys]);
    const result: { code: unknown; stdout: string; drawn: string } = JSON.parse(
      execFileSync('python3', ['-c', driver, argument], { encoding: 'utf8' }),
    );
    return result;
  }

  test.runIf(hasPython)('shows the plan, asks, and writes on y', () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, drawn } = onTerminal(folder, ['migrate'], 'y');
    expect(code).toBe(0);
    expect(drawn).toContain('migrate will edit 3 files');
    expect(drawn).toContain('Write these changes?');
    expect(stdout).toBe('1 Signal call: 0 forwarded, 1 fixed, 0 refused, 0 suppressed\n');
    expect(folder.read('app/api/order/route.ts')).toContain('sessionId');
  });

  test.runIf(hasPython).each([
    ['Ctrl-C', 'migrate', '\u0003'],
    ['Ctrl-C', 'init', '\u0003'],
    ['Ctrl-D', 'migrate', '\u0004'],
    ['n', 'init', 'n'],
  ])('%s at the question of %s changes nothing and ends with 130', (_, command, keys) => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, drawn } = onTerminal(folder, [command], keys);
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(drawn).toContain('Cancelled. Nothing was written.');
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test.runIf(hasPython)('migrate --interactive shows the first change and stops at q', () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, stdout, drawn } = onTerminal(folder, ['migrate', '--interactive'], 'q\r');
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(drawn).toContain('(1/2) app/api/order/route.ts');
    expect(drawn).toContain('No change was chosen. Nothing was written.');
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test.runIf(hasPython)('asks nothing on CI, although there is a terminal', () => {
    const folder = committed(APP_WITH_PROVIDER);
    const { code, drawn } = onTerminal(folder, ['migrate'], '', { CI: 'true' });
    expect(code).toBe(2);
    expect(drawn).toContain('Answer it with --yes.');
  });
});
