import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProjectFolder } from '../support/project-folder.js';
import { APP, APP_WITH_PROVIDER, committed, folderOf, PACKAGE, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const COMMANDS = [['init', '--yes', '--skip-install'], ['migrate', '--yes'], ['check'], ['undo']];

async function expectRefusal(folder: ProjectFolder, ...sentences: readonly string[]): Promise<void> {
  for (const args of COMMANDS) {
    const { code, stdout, stderr } = await cli(folder.root, args);
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
    for (const sentence of sentences) expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\n {4}at /);
  }
  expect(folder.exists('.signal-next')).toBe(false);
}

describe('a folder that is no Next.js app', () => {
  test('without package.json', async () => {
    const folder = folderOf({ 'readme.md': 'x' });
    await expectRefusal(folder, `${folder.root} has no package.json`, 'Run this in the folder');
  });

  test('without next in package.json', async () => {
    await expectRefusal(
      folderOf({ 'package.json': { dependencies: {} } }),
      'does not list next',
      'Run this in',
    );
  });

  test('with a package.json that is no JSON', async () => {
    await expectRefusal(
      folderOf({ 'package.json': '{\n  "name": x\n}\n' }),
      'package.json is not valid JSON',
      '. Correct line',
    );
  });

  test('without app and pages', async () => {
    await expectRefusal(
      folderOf({ 'package.json': PACKAGE }),
      'neither an app nor a pages folder',
      'Create app/',
    );
  });

  test('that does not exist', async () => {
    const { code, stderr } = await cli('/nowhere/at-all', ['check']);
    expect(code).toBe(2);
    expect(stderr).toContain('/nowhere/at-all does not exist');
  });

  test('inside an app', async () => {
    const folder = folderOf(APP);
    const { code, stderr } = await cli(join(folder.root, 'app/api'), ['check']);
    expect(code).toBe(2);
    expect(stderr).toContain(`Run this in ${folder.root}`);
  });
});

describe('source files that cannot be looked into', () => {
  test('a syntax error in front of the call: found by what the file imports', async () => {
    const broken = "import { signal } from '@/lib/signal';\n\nexport async function PUT( {\n";
    const folder = committed({ ...APP, 'app/api/cut/route.ts': broken });
    const { code, stderr, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: app\/api\/cut\/route\.ts:\d+:\d+ could not be parsed/);
    expect(stdout).toContain('--> app/api/order/route.ts:5:10');
  });

  test('a syntax error: named with line and column, the rest is migrated, exit 2', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/cart/route.ts': `${ROUTE}const = 1;\n` });
    const { code, stdout, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: app\/api\/cart\/route\.ts:8:7 could not be parsed: /);
    expect(stdout).toContain('1 fixed');
    expect(folder.read('app/api/cart/route.ts')).toBe(`${ROUTE}const = 1;\n`);
    expect(folder.read('app/api/order/route.ts')).toContain('sessionId');
  });

  test.each([
    ['Latin-1', [...Buffer.from(`// caf`), 0xe9, 0x0a, ...Buffer.from(ROUTE)], 'not valid UTF-8'],
    ['UTF-16', [0xff, 0xfe, ...Buffer.from(ROUTE, 'utf16le')], 'encoded as UTF-16LE'],
  ])('a file in %s', async (_, bytes, sentence) => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'app/api/cart/route.ts': new Uint8Array(bytes) });
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/error: app\/api\/cart\/route\.ts could not be read\./);
    expect(stderr).toContain(sentence);
    expect(folder.git('diff', '--stat', '--', 'app/api/cart')).toBe('');
  });

  test('a symlink out of the project is passed over by name, and never written through', async () => {
    const outside = folderOf({ 'route.ts': ROUTE });
    const folder = folderOf(APP_WITH_PROVIDER);
    folder.link('app/api/cart/route.ts', join(outside.root, 'route.ts'));
    folder.commitAll();
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'note: app/api/cart/route.ts was passed over: it is a symlink out of the project',
    );
    expect(outside.read('route.ts')).toBe(ROUTE);
  });

  test('a directory named route.ts', async () => {
    const folder = committed(APP_WITH_PROVIDER);
    mkdirSync(join(folder.root, 'app/api/cart/route.ts'), { recursive: true });
    const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
    expect(code).toBe(0);
    expect(stderr).toContain(
      'note: app/api/cart/route.ts was passed over: it is a directory, not a file: rename it',
    );
  });

  test('a Signal module that cannot be parsed is not replaced, and no code comes to import from it', async () => {
    const folder = committed({ ...APP_WITH_PROVIDER, 'lib/signal-server.ts': 'export const signal = ;\n' });
    folder.delete('lib/signal.ts');
    folder.git('rm', '-q', '--cached', 'lib/signal.ts');
    for (const args of [
      ['init', '--yes', '--skip-install'],
      ['migrate', '--yes'],
    ]) {
      const { code, stderr } = await cli(folder.root, args);
      expect(code).toBe(2);
      expect(stderr).toContain('left alone: lib/signal-server.ts: It could not be read');
    }
    expect(folder.read('lib/signal-server.ts')).toBe('export const signal = ;\n');
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);
  });

  test('a provider that cannot be parsed gets no second provider beside it', async () => {
    const folder = committed({
      ...APP,
      'app/providers.tsx': "import { SignalNextProvider } from 'signal-next/client';\n<;\n",
    });
    const { code, stderr } = await cli(folder.root, ['init', '--yes', '--skip-install']);
    expect(code).toBe(2);
    expect(stderr).toContain('no second provider was mounted');
    expect(folder.exists('app/signal-provider.tsx')).toBe(false);
  });
});

describe('a target that is a folder', () => {
  test('a directory where the Signal module would be created', async () => {
    const folder = committed(APP);
    folder.delete('lib/signal.ts');
    mkdirSync(join(folder.root, 'lib/signal-server.ts'), { recursive: true });
    for (const args of [
      ['init', '--yes', '--skip-install'],
      ['migrate', '--yes'],
    ]) {
      const { code, stderr } = await cli(folder.root, args);
      expect(code).toBe(2);
      expect(stderr).toContain('error: lib/signal-server.ts could not be read. The file is a directory');
      expect(stderr).toContain('left alone: lib/signal-server.ts');
    }
    expect(folder.read('app/api/order/route.ts')).toBe(ROUTE);
  });
});
