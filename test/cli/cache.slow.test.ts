import { describe, expect, test } from 'vitest';
import { isSourceFile } from '../../src/project/source-files.js';
import { projectFixtures } from '../support/project-fixtures.js';
import type { FileContent } from '../support/project-folder.js';
import { committed } from './support/apps.js';
import { cli } from './support/run-cli.js';

const NEXT: Readonly<Record<string, FileContent>> = {
  'node_modules/next/package.json': { name: 'next', version: '16.0.0' },
};

/*
 * With the cache a check says what it says without, whatever became of a file since the last run. Git knows what is in
 * the source files; that the other ones are read only where it is noted is what these files are left untracked for.
 */
describe.each(projectFixtures().map(({ name, input }) => [name, input] as const))('%s', (_, input) => {
  test('what git does not track is changed, emptied or deleted', { timeout: 120_000 }, async () => {
    const all = { ...input, ...NEXT };
    const folder = committed({ '.gitignore': 'node_modules\n', ...all });
    const paths = Object.keys(all).filter((path) => !isSourceFile(path));
    folder.git('rm', '-q', '--cached', '--ignore-unmatch', ...paths);
    const check = (...args: string[]) =>
      cli(folder.root, ['check', '--all', '--json', '--coverage', ...args]);
    const compare = async (what: string): Promise<void> =>
      expect(await check('--cache'), what).toEqual(await check());
    await compare('at first');
    // It was kept, and so is what the next run tells.
    expect(folder.exists('node_modules/.cache/signal-next')).toBe(true);
    await compare('again');
    for (const path of paths) {
      const text = folder.read(path);
      const changes = [
        text.replaceAll('signal', 'sygnal'),
        text.replace(/"[~@]\//, '"#/'),
        '{ "version": "13.5.0" }',
        '',
      ];
      for (const changed of changes) {
        folder.write(path, changed);
        await compare(`${path} is ${changed}`);
      }
      folder.delete(path);
      await compare(`${path} is gone`);
      folder.write(path, text);
      await compare(`${path} is back`);
    }
  });
});
