import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './support/command.js';
import { NextApp } from './support/next-app.js';
import { repository } from './support/paths.js';

/** What a package declares of a client: its events take these keys and no others. */
const CLOSED = `export interface Closed { capture(event: { distinctId: string; event: string }): void }
export function close(client: { capture(event: { distinctId: string; event: string }): void }): Closed;
`;

const ROUTE = `import { close } from '@acme/closed';
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY ?? '' });
const closed: ReturnType<typeof close> = signal;

export async function POST(request: Request) {
  const { id } = await request.json();
  closed.capture({ distinctId: id, event: 'closed' });
  signal.capture({ distinctId: id, event: 'open' });
  return Response.json({ ok: true });
}
`;

const PATH = 'app/api/closed/route.ts';

describe.each(['5.9.3', '6.0.3', '7.0.2'])('migrate with TypeScript %s', (version) => {
  let app: NextApp;

  beforeAll(async () => {
    app = await NextApp.create(join(repository, 'examples/app-router'), {
      next: '16.4.6',
      env: {},
      folder: `type-check-${version}`,
      packages: [`typescript@${version}`],
    });
    await write(
      'node_modules/@acme/closed/package.json',
      '{ "name": "@acme/closed", "types": "index.d.ts" }\n',
    );
    await write('node_modules/@acme/closed/index.d.ts', CLOSED);
    await write(PATH, ROUTE);
    // Wrong before, and wrong after.
    await write('lib/wrong.ts', 'export const wrong: string = 1;\n');
    await app.commit('An app that tracks');
  }, 600_000);

  async function write(path: string, text: string): Promise<void> {
    await mkdir(dirname(join(app.folder, path)), { recursive: true });
    await writeFile(join(app.folder, path), text);
  }

  /** The errors of the app by its own `tsc`, as the files are now. */
  async function errors(): Promise<string[]> {
    const args = ['tsc', '--noEmit', '--incremental', 'false', '--pretty', 'false'];
    const { stdout } = await run('npx', args, { cwd: app.folder });
    return stdout.split('\n').filter((line) => /error TS\d/.test(line));
  }

  it('takes back the one call that its types do not hold with, and leaves no new error', async () => {
    const before = await errors();
    expect(before).toEqual([expect.stringContaining('lib/wrong.ts(1,14): error TS2322')]);

    const { exitCode, stdout, stderr } = await app.signalNext('migrate', '--yes', '--typecheck');
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stderr).toContain(`Checking the types with TypeScript ${version}`);
    expect(stderr).toContain(`1 change was taken back, because types did not hold with it:\n  ${PATH}:9`);
    expect(stderr).toContain(`TS2353 at ${PATH}:9:`);
    expect(stdout).toContain(`refused (1): the types did not hold`);
    const text = await readFile(join(app.folder, PATH), 'utf8');
    expect(text).toContain("closed.capture({ distinctId: id, event: 'closed' });");
    expect(text).toContain('distinctId: distinctId || id');
    expect(await errors()).toEqual(before);
    expect(existsSync(join(app.folder, 'tsconfig.tsbuildinfo'))).toBe(false);

    await app.commit('Migrated');
    expect((await app.signalNext('migrate', '--yes', '--typecheck')).exitCode).toBe(0);
    expect(await app.git('status', '--porcelain')).toBe('');
  });

  it('would have broken them without the check', async () => {
    expect((await app.signalNext('migrate', '--yes', '--no-typecheck')).exitCode).toBe(0);
    expect((await errors()).filter((line) => line.startsWith(PATH))).toEqual([
      expect.stringContaining('error TS2353'),
    ]);
  });
});
