import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TypeCheckFailure } from '../../src/runner/type-check/model.js';
import { TypeChecker } from '../../src/runner/type-check/type-checker.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signal-next-checker-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const REQUEST = {
  kind: 'open',
  root: '/shop',
  compiler: { kind: 'classic', module: '/shop/typescript.js' },
  configs: [],
} as const;

/** A process that opens, and then answers every question as `answer` does. */
async function checkerThat(answer: string, seconds?: number): Promise<TypeChecker> {
  const script = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(
    script,
    `process.on('message', (request) => {
      if (request.kind === 'open') return process.send({ kind: 'opened' });
      ${answer}
    });`,
  );
  return TypeChecker.start(REQUEST, {
    script,
    seconds,
    textOf: (path) => (path === 'bom.ts' ? '\uFEFFconst a = 1;' : 'const a = 1;'),
  });
}

const PLACE = { path: 'a.ts', start: 4, length: 1, code: 1, message: 'no', related: [] };

async function failureOf(checker: TypeChecker): Promise<string> {
  const failure: unknown = await checker.diagnose(new Map()).catch((error: unknown) => error);
  if (!(failure instanceof TypeCheckFailure)) throw new Error(`no failure but ${String(failure)}`);
  return failure.message;
}

describe('the process that runs TypeScript', () => {
  test('gives the errors by offsets of the raw text, which a BOM belongs to', async () => {
    const answer = `process.send({ kind: 'checked', diagnostics: [
      ${JSON.stringify(PLACE)},
      ${JSON.stringify({ ...PLACE, path: 'bom.ts' })},
      { ...${JSON.stringify({ ...PLACE, path: 'staged.ts' })}, message: JSON.stringify(request.texts) },
    ] });`;
    const checker = await checkerThat(answer);
    const staged = new Map([['staged.ts', '\uFEFFx']]);
    expect(await checker.diagnose(staged)).toEqual([
      PLACE,
      { ...PLACE, path: 'bom.ts', start: 5 },
      { ...PLACE, path: 'staged.ts', start: 5, message: '[["staged.ts","\uFEFFx"]]' },
    ]);
    checker.close();
    expect(await failureOf(checker)).toBe('it was ended');
  });

  test('fails when it crashes, with what it said last', async () => {
    const answer =
      "process.stderr.write('at x\\nRangeError: too deep\\n'); process.exitCode = 7; process.disconnect();";
    expect(await failureOf(await checkerThat(answer))).toBe(
      'it ended with exit code 7: RangeError: too deep',
    );
  });

  test('fails when it is killed', async () => {
    expect(await failureOf(await checkerThat("process.kill(process.pid, 'SIGKILL');"))).toBe(
      'it ended with SIGKILL',
    );
  });

  test('says how to give it more memory', async () => {
    const answer =
      "process.stderr.write('FATAL ERROR: JavaScript heap out of memory\\n', () => process.abort());";
    expect(await failureOf(await checkerThat(answer))).toContain('it ran out of memory');
  });

  test.each([
    "process.send('garbage');",
    "process.send({ kind: 'checked' });",
    "process.send({ kind: 'checked', diagnostics: [{ path: 1 }] });",
    'process.send(null);',
    "process.send({ kind: 'opened' });",
  ])('fails on an answer that is none: %s', async (answer) => {
    expect(await failureOf(await checkerThat(answer))).toBe('its answer could not be understood');
  });

  test('fails with the reason that it gives', async () => {
    const answer = "process.send({ kind: 'failed', message: 'tsconfig.json could not be read\\n  at x' });";
    expect(await failureOf(await checkerThat(answer))).toBe('tsconfig.json could not be read');
  });

  test('is ended when its time is up, and fails from then on', async () => {
    const checker = await checkerThat('setInterval(() => {}, 1000);', 2);
    expect(await failureOf(checker)).toBe('it took longer than 2 seconds');
    expect(await failureOf(checker)).toBe('it took longer than 2 seconds');
  });

  test('fails when there is no script to start', async () => {
    const started = TypeChecker.start(REQUEST, {
      script: join(folder, 'missing.mjs'),
      seconds: undefined,
      textOf: () => undefined,
    });
    await expect(started).rejects.toThrow(/^it ended with exit code 1: /);
  });
});
