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

/**
 * Runs the built transform over the fixtures' files as a person would, in one go, and returns what is then in each.
 */
async function throughJscodeshift(
  transform: string,
  fixtures: readonly Fixture[],
  flags: readonly string[],
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'signal-next-transform-'));
  const files = fixtures.map((fixture, index) => {
    // The config transform goes by the file's name, which its fixtures leave out.
    const path = transform === 'next-config' ? `next.config.${fixture.extension}` : fixture.path;
    return join(folder, String(index), path);
  });
  for (const [index, file] of files.entries()) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fixtures[index]?.input ?? '');
  }
  const args = [
    '-t',
    join(transforms, `${transform}.js`),
    '--extensions=ts,tsx,js,jsx,mts,mjs,cts,cjs',
    ...flags,
  ];
  const report = await succeed('node', [jscodeshift, ...args, '--run-in-band', '--fail-on-error', '.'], {
    cwd: folder,
  });
  expect(report).toContain('0 errors');
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
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
    expect(await throughJscodeshift(transform, [changing], [])).toEqual([changing.output]);
  });

  describe('without Babel compiling it, which is for transforms in TypeScript', () => {
    let results: string[] = [];
    beforeAll(async () => {
      results = await throughJscodeshift(transform, plain, ['--no-babel']);
    });

    it.each(plain.map((fixture, index) => ({ ...fixture, index })))('$name', ({ index, output, input }) => {
      expect(results[index]).toBe(output ?? input);
    });
  });
});
