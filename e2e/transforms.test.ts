import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, fixturesOf } from '../test/support/fixtures.js';
import { succeed } from './support/command.js';
import { installAlone } from './support/installed-package.js';
import { repository } from './support/paths.js';

const jscodeshift = join(repository, 'node_modules/jscodeshift/bin/jscodeshift.js');
let transforms: string;

beforeAll(async () => {
  transforms = join(await installAlone('transforms'), 'node_modules/signal-next/dist/transforms');
});

/** Runs the built transform over the fixture's file as a person would, and returns what is then in the file. */
async function throughJscodeshift(
  transform: string,
  fixture: Fixture,
  flags: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'signal-next-transform-'));
  // The config transform goes by the file's name, which its fixtures leave out.
  const path = transform === 'next-config' ? `next.config.${fixture.extension}` : fixture.path;
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, fixture.input);
  const args = [
    '-t',
    join(transforms, `${transform}.js`),
    '--extensions=ts,tsx,js,jsx,mts,mjs,cts,cjs',
    ...flags,
  ];
  const report = await succeed('node', [jscodeshift, ...args, '--run-in-band', '--fail-on-error', path], {
    cwd: folder,
  });
  expect(report).toContain('0 errors');
  return readFile(file, 'utf8');
}

const names = readdirSync(join(repository, 'transforms'), { withFileTypes: true })
  .filter(
    (entry) =>
      entry.isDirectory() && readdirSync(join(repository, 'transforms', entry.name)).includes('index.ts'),
  )
  .map((entry) => entry.name);

describe.each(names)('dist/transforms/%s.js through the jscodeshift CLI', (transform) => {
  // Options of a fixture come from the commands; the CLI passes strings only.
  const plain = fixturesOf(transform).filter(({ options }) => Object.keys(options).length === 0);
  const [changing] = plain.filter(({ output }) => output !== undefined);

  it('has fixtures to run', () => {
    expect(changing).toBeDefined();
  });

  it('runs with the CLI as it comes', async () => {
    if (changing === undefined) return;
    expect(await throughJscodeshift(transform, changing, [])).toBe(changing.output);
  });

  // Without Babel's compilation of the transform itself, which takes seconds and is for transforms in TypeScript.
  it.concurrent.each(plain)('$name', async (fixture) => {
    expect(await throughJscodeshift(transform, fixture, ['--no-babel'])).toBe(
      fixture.output ?? fixture.input,
    );
  });
});
