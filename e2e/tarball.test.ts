import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './support/command.js';
import { installAlone, sizeOf } from './support/installed-package.js';
import { repository } from './support/paths.js';

describe('the packed package, installed alone', () => {
  let folder: string;
  const inPackage = (path: string) => join(folder, 'node_modules/signal-next', path);

  beforeAll(async () => {
    folder = await installAlone('installed');
  });

  it('runs: `npx signal-next --version`', async () => {
    const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as {
      version: string;
    };
    const output = await run('npx', ['--no-install', 'signal-next', '--version'], { cwd: folder });
    expect(output, output.stderr).toMatchObject({ exitCode: 0 });
    expect(output.stdout.trim()).toBe(version);
  });

  it('is at most 10 packages and 6 MB', async () => {
    const packages = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
    expect(packages.length).toBeLessThanOrEqual(10);
    expect(await sizeOf(join(folder, 'node_modules'))).toBeLessThanOrEqual(6_000_000);
  });

  it('brings the licences, the change log, the templates and the schemas', async () => {
    for (const file of ['LICENSE', 'THIRD_PARTY_LICENSES.txt', 'CHANGELOG.md', 'README.md']) {
      expect((await readFile(inPackage(file), 'utf8')).length, file).toBeGreaterThan(100);
    }
    expect(await readdir(inPackage('templates'))).not.toEqual([]);
    expect(await readdir(inPackage('schemas'))).not.toEqual([]);
  });

  it('brings the pages that `explain` and the reports name', async () => {
    for (const id of ['session-lost', 'module-scope']) {
      const { stdout } = await run('npx', ['--no-install', 'signal-next', 'explain', id], { cwd: folder });
      const [, path = ''] = /^More: ([^#\n]+)/m.exec(stdout) ?? [];
      expect(path).toMatch(/^node_modules\/signal-next\/docs\/\w+\.md$/);
      expect(await readFile(join(folder, path), 'utf8')).toContain(id);
    }
  });

  it('says the same with its native parser and without one', async () => {
    const app = join(folder, 'an-app');
    const files = {
      'package.json': '{ "name": "an-app", "dependencies": { "next": "16.0.0", "signal-next": "0.1.0" } }\n',
      'app/api/orders/route.ts': `import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: 'key' });

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'order_placed' });
  return Response.json({});
}
`,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(app, path, '..'), { recursive: true });
      await writeFile(join(app, path), text);
    }
    const check = () =>
      run('npx', ['--no-install', 'signal-next', 'check', '--json', '--cwd', 'an-app'], { cwd: folder });
    const native = join(folder, 'node_modules/@oxc-parser');
    expect(await readdir(native)).toEqual([expect.stringMatching(/^binding-/)]);
    const withIt = await check();
    await rename(native, `${native}-aside`);
    const withoutIt = await check();
    await rename(`${native}-aside`, native);
    expect(withIt.stdout).toContain('session-not-forwarded');
    expect(withoutIt).toEqual(withIt);
  });

  it.each(['server', 'config'])('`signal-next/%s` can be imported and required', async (entry) => {
    const imported = await run(
      'node',
      ['-e', `import('signal-next/${entry}').then((m) => console.log(typeof m))`],
      {
        cwd: folder,
      },
    );
    expect(imported).toMatchObject({ exitCode: 0, stdout: 'object\n' });
    const required = await run('node', ['-e', `console.log(typeof require('signal-next/${entry}'))`], {
      cwd: folder,
    });
    expect(required).toMatchObject({ exitCode: 0, stdout: 'object\n' });
  });

  it('keeps the client entry a client component', async () => {
    expect(await readFile(inPackage('sdk/client.js'), 'utf8')).toMatch(/^['"]use client['"];/);
  });
});
