import { mkdirSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, folderOf, ROUTE, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

/** A project in which `migrate` was killed before its last file. */
async function stopped(): Promise<{ folder: ProjectFolder; before: Record<string, string>; run: string }> {
  const folder = committed(APP_WITH_PROVIDER);
  const before = snapshot(folder);
  expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
  const runs = join(folder.root, '.signal-next/runs');
  const run = readdirSync(runs).at(-1) ?? '';
  renameSync(join(runs, run, 'journal.json'), join(runs, run, 'open.json'));
  folder.write('app/api/order/route.ts', ROUTE);
  return { folder, before, run: `.signal-next/runs/${run}` };
}

describe('after a run that was stopped midway', () => {
  test.each([['migrate'], ['init']])('%s changes nothing and says what to do', async (command) => {
    const { folder, run } = await stopped();
    const half = snapshot(folder);
    const { code, stdout, stderr } = await cli(folder.root, [command, '--yes']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      `An earlier run of signal-next was stopped midway, so some of its files may be written and others not. Take it back with \`npx signal-next undo\`, or delete ${run} to keep all files as they are now. Nothing was written.`,
    );
    expect(snapshot(folder)).toEqual(half);
  });

  test('check and a dry run say so and go on', async () => {
    const { folder } = await stopped();
    const check = await cli(folder.root, ['check']);
    expect(check.code).toBe(1);
    expect(check.stderr).toContain('warning: An earlier run of signal-next was stopped midway');
    const dry = await cli(folder.root, ['migrate', '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stderr).toContain('warning: An earlier run of signal-next was stopped midway');
  });

  test('undo takes it back, and the next run goes through', async () => {
    const { folder, before } = await stopped();
    const undo = await cli(folder.root, ['undo']);
    expect(undo.code).toBe(0);
    expect(undo.stderr).toMatch(/The run that was stopped midway of .* was taken back\./);
    expect(snapshot(folder)).toEqual(before);
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
  });

  test('undo that is refused names the way to keep what is there', async () => {
    const { folder, run } = await stopped();
    folder.write('lib/signal.ts', 'export {};\n');
    const { code, stderr } = await cli(folder.root, ['undo']);
    expect(code).toBe(2);
    expect(stderr).toContain('lib/signal.ts was edited since');
    expect(stderr).toContain(`To keep all files as they are now, delete ${run}.`);
    folder.delete(run);
    expect((await cli(folder.root, ['migrate', '--yes', '--force'])).code).toBe(0);
  });
});

describe('names that clash', () => {
  const { 'lib/signal.ts': _, ...rest } = APP_WITH_PROVIDER;
  const LONE = {
    ...rest,
    'app/api/order/route.ts': `import { createSignalServer } from 'signal-next/server';\n\nconst signal = createSignalServer({ apiKey: 'k' });\n${ROUTE.replace(/^import.*\n/, '')}`,
  };

  test('a file that differs from a new one in case only stops the run', async () => {
    const folder = committed({ ...LONE, 'lib/Signal-Server.ts': 'export const other = 1;\n' });
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'Nothing was written:\n  lib/signal-server.ts cannot be created beside Signal-Server.ts, which differs in case only; rename that',
    );
    expect(folder.git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('so does a folder', async () => {
    const folder = committed({ ...LONE, 'LIB/other.ts': 'export const other = 1;\n' });
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('lib/signal-server.ts cannot be created beside LIB, which differs in case only');
  });

  test('nothing is created through a folder that is a link out of the project', async () => {
    const outside = folderOf({ 'keep.txt': '' });
    const folder = committed(LONE);
    mkdirSync(join(folder.root, 'packages'), { recursive: true });
    symlinkSync(outside.root, join(folder.root, 'lib'));
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('is reached through a symbolic link that leads out of the project');
    expect(readdirSync(outside.root)).toEqual(['keep.txt']);
  });
});
