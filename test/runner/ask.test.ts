import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AskerOptions, createAsker } from '../../src/runner/ask.js';
import { Cancelled, exitCodeFor, UsageError } from '../../src/runner/errors.js';
import { projectDir } from './project-dir.js';
import { bundledProgram } from './support/bundled-program.js';

const QUESTION = { message: 'Write 3 files?', default: undefined, flag: '--yes' };

/** Streams that say they are terminals; what is typed goes to `stdin`, what is drawn is collected. */
function fakeTerminal(more: Partial<AskerOptions> = {}) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  let drawn = '';
  stderr.on('data', (chunk: Buffer) => {
    drawn += chunk.toString();
  });
  return { stdin, drawn: () => drawn, options: { stdin, stderr, env: {}, yes: false, ...more } };
}

async function typeOnceAsked(terminal: ReturnType<typeof fakeTerminal>, keys: string): Promise<void> {
  while (!terminal.drawn().includes('?')) await new Promise((resolve) => setTimeout(resolve, 5));
  terminal.stdin.write(keys);
}

describe('asking', () => {
  test('takes the answer from the terminal and draws on stderr', async () => {
    for (const [keys, answer] of [
      ['y', true],
      ['n', false],
      ['\r', false],
    ] as const) {
      const terminal = fakeTerminal();
      const asked = createAsker(terminal.options).confirm(QUESTION);
      await typeOnceAsked(terminal, keys);
      expect(await asked).toBe(answer);
      expect(terminal.drawn()).toContain('Write 3 files?');
    }
  });

  test('offers the default, and can be asked again with the same question', async () => {
    const question = Object.freeze({ ...QUESTION, default: true });
    for (let round = 0; round < 2; round += 1) {
      const terminal = fakeTerminal();
      const asked = createAsker(terminal.options).confirm(question);
      await typeOnceAsked(terminal, '\r');
      expect(await asked).toBe(true);
    }
  });

  test('takes text and choices', async () => {
    const text = fakeTerminal();
    const typed = createAsker(text.options).text({
      message: 'Project?',
      default: 'shop',
      flag: '--project <id>',
    });
    await typeOnceAsked(text, 'web\r');
    expect(await typed).toBe('web');

    const list = fakeTerminal();
    const chosen = createAsker(list.options).select({
      message: 'Which app?',
      default: 'apps/b',
      flag: '--app <dir>',
      choices: [
        { title: 'a', value: 'apps/a' },
        { title: 'b', value: 'apps/b' },
      ],
    });
    await typeOnceAsked(list, '\r');
    expect(await chosen).toBe('apps/b');
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['Escape', '\u001B'],
  ])('%s cancels with exit code 130', async (_, keys) => {
    const terminal = fakeTerminal();
    const asked = createAsker(terminal.options).confirm(QUESTION);
    const failure = asked.catch((error: unknown) => error);
    await typeOnceAsked(terminal, keys);
    expect(await failure).toBeInstanceOf(Cancelled);
    expect(exitCodeFor(await failure)).toBe(130);
  });

  test('ends with exit code 2 and a sentence when input ends at the question', async () => {
    const terminal = fakeTerminal();
    const failure = createAsker(terminal.options)
      .confirm(QUESTION)
      .catch((error: unknown) => error);
    await typeOnceAsked(terminal, '');
    terminal.stdin.end();
    expect(await failure).toEqual(
      new UsageError(
        'Input ended before "Write 3 files?" was answered. Nothing was written. Answer it with --yes.',
      ),
    );
    expect(exitCodeFor(await failure)).toBe(2);
    const again = createAsker(terminal.options).confirm(QUESTION);
    await expect(again).rejects.toThrow('Input ended before');
  });
});

describe('nobody is asked', () => {
  const unattended: [string, Partial<AskerOptions>][] = [
    ['when stdin is no terminal', { stdin: Object.assign(new PassThrough(), { isTTY: false }) }],
    ['when stderr is no terminal', { stderr: new PassThrough() }],
    ['in CI', { env: { CI: 'true' } }],
  ];

  test.each(unattended)('%s: the default answers', async (_, more) => {
    const asker = createAsker(fakeTerminal(more).options);
    expect(asker.interactive).toBe(false);
    expect(await asker.confirm({ ...QUESTION, default: false })).toBe(false);
    expect(await asker.text({ ...QUESTION, default: 'x' })).toBe('x');
    expect(await asker.select({ ...QUESTION, default: 'x', choices: [] })).toBe('x');
  });

  test.each(unattended)('%s: without a default the flag is named', async (_, more) => {
    const asker = createAsker(fakeTerminal(more).options);
    await expect(asker.confirm(QUESTION)).rejects.toEqual(
      new UsageError(
        '"Write 3 files?" needs an answer, and there is no terminal to ask it on. Answer it with --yes.',
      ),
    );
  });

  test('with --yes: confirmations are yes, the rest is the default', async () => {
    const asker = createAsker(fakeTerminal({ yes: true }).options);
    expect(await asker.confirm({ ...QUESTION, default: false })).toBe(true);
    expect(await asker.text({ ...QUESTION, default: 'x' })).toBe('x');
    await expect(asker.text({ ...QUESTION, flag: '--project <id>' })).rejects.toThrow('--project <id>');
  });

  test('CI=false and CI=0 are no CI', () => {
    expect(createAsker(fakeTerminal({ env: { CI: 'false' } }).options).interactive).toBe(true);
    expect(createAsker(fakeTerminal({ env: { CI: '0' } }).options).interactive).toBe(true);
  });
});

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

describe('a real process', () => {
  let program = '';

  beforeAll(async () => {
    program = await bundledProgram(`
          import { createAsker } from './ask.js';
          import { exitCodeFor } from './errors.js';
          const { stdin, stderr } = process;
          createAsker({ stdin, stderr, env: {}, yes: false })
            .confirm({ message: 'Write?', default: undefined, flag: '--yes' })
            .then((answer) => { console.log('answer', answer); })
            .catch((error) => { console.error(error.message); process.exitCode = exitCodeFor(error); });
        `);
  });

  /** Runs the program on a pseudo terminal, sends `keys` once it asks, or hangs up when there are none. */
  function onTerminal(keys: string | undefined, when: 'asked' | 'at once' = 'asked') {
    const root = projectDir();
    writeFileSync(join(root, 'ask.cjs'), program);
    const driver = `
import os, pty, sys, json, signal, subprocess, time
keys, when, node, script = json.loads(sys.argv[1])
master, slave = pty.openpty()
child = subprocess.Popen([node, script], stdin=slave, stdout=subprocess.PIPE, stderr=slave,
    preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
os.close(slave)
if when == 'at once': os.write(master, keys.encode())
seen = b''
while when == 'asked' and b'?' not in seen: seen += os.read(master, 1024)
time.sleep(0.1)
if keys is None: os.close(master)
elif when == 'asked': os.write(master, keys.encode())
try: code = child.wait(10)
except subprocess.TimeoutExpired:
    child.kill(); code = 'hangs'
if keys is not None:
    try:
        while True:
            more = os.read(master, 1024)
            if not more: break
            seen += more
    except OSError: pass
print(json.dumps({'code': code, 'stdout': child.stdout.read().decode(), 'drawn': seen.decode()}))
`;
    const arguments_ = JSON.stringify([keys ?? null, when, process.execPath, join(root, 'ask.cjs')]);
    const result: { code: unknown; stdout: string; drawn: string } = JSON.parse(
      execFileSync('python3', ['-c', driver, arguments_], { encoding: 'utf8' }),
    );
    return result;
  }

  test.runIf(hasPython)('answers, and leaves stdout to results', () => {
    const { code, stdout, drawn } = onTerminal('y');
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'answer true\n' });
    expect(drawn).toContain('Write?');
  });

  test.runIf(hasPython)('ends with 130 on Ctrl-C and on Ctrl-D', () => {
    for (const keys of ['\u0003', '\u0004']) {
      const { code, stdout, drawn } = onTerminal(keys);
      expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
      expect(drawn).toContain('Cancelled. Nothing was written.');
    }
  });

  test.runIf(hasPython)('neither hangs nor ends with 0 when the terminal goes away', () => {
    const { code, stdout } = onTerminal(undefined);
    expect(stdout).toBe('');
    // Node 20 itself aborts when it cannot reset a terminal that is gone, so the code may be a signal's.
    expect([0, 'hangs']).not.toContain(code);
  });

  test.runIf(hasPython)('does not end with 0 when end of input was typed ahead of the question', () => {
    const { code, stdout } = onTerminal('\u0004', 'at once');
    expect(stdout).toBe('');
    expect([2, 130]).toContain(code);
  });

  test('ends with 2 and names the flag when stdin is a file or closed', () => {
    const root = projectDir({ 'ask.cjs': program });
    for (const input of ['', 'y\n']) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'ask.cjs')], {
        input,
        encoding: 'utf8',
      });
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('Answer it with --yes.');
    }
  });
});
