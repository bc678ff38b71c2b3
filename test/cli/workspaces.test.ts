import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FileContent, ProjectFolder } from '../support/project-folder.js';
import { APP_WITH_PROVIDER, committed, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const ROUTE_PATH = 'app/api/order/route.ts';

function workspace(): ProjectFolder {
  const files: Record<string, FileContent> = { 'package.json': { name: 'root', workspaces: ['apps/*'] } };
  for (const name of ['web', 'shop']) {
    for (const [path, content] of Object.entries(APP_WITH_PROVIDER)) files[`apps/${name}/${path}`] = content;
    files[`apps/${name}/package.json`] = {
      name: `@acme/${name}`,
      dependencies: { next: '^15.0.0', 'signal-next': '1' },
    };
  }
  return committed(files);
}

const isMigrated = (folder: ProjectFolder, app: string): boolean =>
  folder.read(`apps/${app}/${ROUTE_PATH}`).includes('sessionId');

describe('in a workspace', () => {
  test.each([['init'], ['migrate'], ['check'], ['undo']])(
    '%s in its root lists the apps and ends with 2 when nobody can be asked',
    async (command) => {
      const { code, stdout, stderr } = await cli(workspace().root, [command]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('  apps/shop  (@acme/shop)\n  apps/web  (@acme/web)\n');
      expect(stderr).toContain('Choose one with --app <dir>, or take them all with --all.');
    },
  );

  test('asks which app on a terminal', async () => {
    const folder = workspace();
    const { code } = await cli(folder.root, ['migrate'], {
      answer: (message) => (message === 'Which app?' ? 'apps/web' : true),
    });
    expect(code).toBe(0);
    expect([isMigrated(folder, 'web'), isMigrated(folder, 'shop')]).toEqual([true, false]);
  });

  test('takes one with --app, and says so when there is none of that name', async () => {
    const folder = workspace();
    expect((await cli(folder.root, ['migrate', '--yes', '--app', 'apps/web'])).code).toBe(0);
    expect([isMigrated(folder, 'web'), isMigrated(folder, 'shop')]).toEqual([true, false]);
    const wrong = await cli(folder.root, ['check', '--app', 'web']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('does not exist');
    expect(wrong.stderr).toContain('The Next.js apps here are:\n  apps/shop');
  });

  test('what is to be done by hand names the folder of the app', async () => {
    const folder = workspace();
    folder.write('apps/web/package.json', { name: '@acme/web', dependencies: { next: '^15.0.0' } });
    folder.write('apps/web/app/api/cut/route.ts', `import { signal } from '@/lib/signal';\nsignal.capture(`);
    folder.commitAll();
    const { stderr } = await cli(folder.root, ['init', '--yes', '--skip-install', '--app', 'apps/web']);
    expect(stderr).toMatch(/Install the package yourself in apps\/web: npm i signal-next@/);
    expect(stderr).toMatch(/error: apps\/web\/app\/api\/cut\/route\.ts:\d+:\d+ could not be parsed/);
    expect(stderr).toMatch(/Fill in .+ in apps\/web\/\.env\.local\./);
  });

  test('takes all with --all, asking once, from the root and from inside an app', async () => {
    for (const from of ['.', 'apps/web']) {
      const folder = workspace();
      const asked: string[] = [];
      const { code, stdout, stderr } = await cli(join(folder.root, from), ['migrate', '--all'], {
        answer: (message) => {
          asked.push(message);
          return true;
        },
      });
      expect(code).toBe(0);
      expect(asked).toEqual(['Write these changes?']);
      expect([isMigrated(folder, 'web'), isMigrated(folder, 'shop')]).toEqual([true, true]);
      expect(stdout.match(/1 Signal call: 0 forwarded, 1 fixed/g)).toHaveLength(2);
      expect(stderr).toMatch(from === '.' ? /edited +apps\/shop\/app/ : /edited +\.\.\/shop\/app/);
      expect((await cli(folder.root, ['check', '--all'])).code).toBe(0);
      expect((await cli(folder.root, ['undo', '--all'])).code).toBe(0);
      expect(folder.git('status', '--porcelain')).toBe('');
    }
  });

  test('writes in no app when one of them holds uncommitted work', async () => {
    const folder = workspace();
    folder.write(`apps/web/${ROUTE_PATH}`, `${ROUTE}// mine\n`);
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes', '--all']);
    expect(code).toBe(2);
    expect(stderr).toContain(`would be edited:\n  apps/web/${ROUTE_PATH}\n`);
    expect([isMigrated(folder, 'web'), isMigrated(folder, 'shop')]).toEqual([false, false]);
  });

  test('works on the app it is run in', async () => {
    const folder = workspace();
    const { code, stdout } = await cli(join(folder.root, 'apps/web'), ['check']);
    expect(code).toBe(1);
    expect(stdout).toContain('--> app/api/order/route.ts:5:10');
    expect(stdout).not.toContain('--app');
  });

  test('names the app in the advice of check --all', async () => {
    const { code, stdout } = await cli(workspace().root, ['check', '--all']);
    expect(code).toBe(1);
    expect(stdout).toContain(
      'To fix: npx signal-next init --app apps/shop, then npx signal-next migrate --app apps/shop',
    );
    expect(stdout).toContain('npx signal-next migrate --app apps/web');
  });
});
