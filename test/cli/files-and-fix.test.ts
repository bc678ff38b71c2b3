import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed, ROUTE, snapshot } from './support/apps.js';
import { cli } from './support/run-cli.js';

const ORDER = 'app/api/order/route.ts';
const PAY = 'app/api/pay/[id]/route.ts';
const FILES = { ...APP_WITH_PROVIDER, [PAY]: ROUTE.replace('ordered', 'paid'), 'README.md': '# Shop\n' };

function found(stdout: string): string[] {
  const projects: { directory: string; findings: { rule: string; path: string; status: string }[] }[] =
    JSON.parse(stdout).projects;
  return projects.flatMap(({ directory, findings }) =>
    findings
      .filter(({ status }) => status === 'new')
      .map(({ rule, path }) => `${rule} ${directory === '.' ? '' : `${directory}/`}${path}`),
  );
}

const under = (prefix: string, files: object): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${prefix}/${path}`, text]));

describe('check with files', () => {
  test('says what concerns them, however they are named', async () => {
    const folder = committed(FILES);
    for (const name of [PAY, `./${PAY}`, join(folder.root, PAY), 'app/api/pay', `app/../${PAY}`]) {
      const { code, stdout, stderr } = await cli(folder.root, ['check', '--json', name]);
      expect([name, code, found(stdout), stderr]).toEqual([name, 1, [`session-not-forwarded ${PAY}`], '']);
    }
  });

  test('does not speak of the app where only a few files were looked at', async () => {
    const folder = committed({ ...FILES, 'lib/plain.ts': 'export const plain = 1;\n' });
    const { code, stdout, stderr } = await cli(folder.root, ['check', 'lib/plain.ts']);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout:
        'No Signal calls were found in these files and what they import.\nNothing to do in the files that were asked for.\n',
      stderr: '',
    });
  });

  test('says nothing of what it was not asked for', async () => {
    const folder = committed({ ...FILES, 'components/a.ts': 'export const a = 1;\n' });
    const last = async (...args: string[]) =>
      (await cli(folder.root, ['check', ...args])).stdout.trimEnd().split('\n').at(-1);
    expect(await last('components')).toBe('Nothing to do in the files that were asked for.');
    expect(await last('--changed', 'HEAD')).toBe('Nothing to do in what has changed.');
    await cli(folder.root, ['check', '--update-baseline']);
    expect(await last()).toBe('Nothing new: the baseline accepts what migrate and init would change.');
  });

  test('decides by the whole project', async () => {
    const folder = committed({
      ...FILES,
      'lib/track.ts': `import { signal } from './signal';\n\nexport function track(id: string) {\n  signal.capture({ distinctId: id, event: 'x' });\n}\n`,
      'app/api/a/route.ts': `import { track } from '@/lib/track';\n\nexport async function POST(request: Request) {\n  track(request.url);\n  return Response.json({});\n}\n`,
    });
    for (const name of ['lib/track.ts', 'app/api/a/route.ts']) {
      const { stdout } = await cli(folder.root, ['check', '--json', name]);
      expect([name, found(stdout)]).toEqual([name, ['session-lost app/api/a/route.ts']]);
    }
  });

  test('passes over what is no source file, gone, or in no app, with a word', async () => {
    const folder = committed(FILES);
    const { code, stderr, stdout } = await cli(folder.root, [
      'check',
      'README.md',
      'app/gone.ts',
      '/etc/x.ts',
      '..',
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain('note: passed over, because that is no source file: README.md');
    expect(stderr).toContain(
      'note: passed over, because there is no such file any more: app/gone.ts, /etc/x.ts',
    );
    expect(stderr).toContain('note: passed over, because that is in no Next.js app: ..');
    expect(stdout).not.toContain('error[');
  });

  test('passes over what git ignores, unless it tracks it or ignores the whole app', async () => {
    const generated = 'app/gen/[id]/"日 本"/route.ts';
    const folder = committed({ ...FILES, '.gitignore': 'gen\n', [generated]: ROUTE, 'README.md': '' });
    const look = async (...args: string[]) => cli(folder.root, ['check', '--json', ...args]);
    for (const name of [generated, join(folder.root, generated), 'app/gen']) {
      const { code, stderr, stdout } = await look(name, PAY);
      expect(stderr).toBe(`note: passed over, because that git ignores: ${name}\n`);
      expect({ code, found: found(stdout) }).toEqual({ code: 1, found: [`session-not-forwarded ${PAY}`] });
    }
    folder.git('add', '-f', generated);
    const tracked = await look(generated);
    expect(tracked.stderr).toBe('');
    expect(found(tracked.stdout)).toEqual([`session-not-forwarded ${generated}`]);

    const above = committed({ '.gitignore': 'tmp\n', ...under('tmp/app', FILES) });
    const inside = await cli(join(above.root, 'tmp/app'), ['check', '--json', PAY]);
    expect(inside.stderr).toBe('');
    expect(found(inside.stdout)).toEqual([`session-not-forwarded ${PAY}`]);
  });

  test('of several apps goes to each', async () => {
    const folder = committed({
      'package.json': { workspaces: ['apps/*', 'packages/*'] },
      ...under('apps/web', FILES),
      ...under('apps/admin', FILES),
      'packages/ui/package.json': { name: 'ui' },
      'packages/ui/button.tsx': 'export const Button = () => null;\n',
    });
    const files = [`apps/web/${ORDER}`, `apps/admin/${PAY}`, 'packages/ui/button.tsx'];
    const { code, stdout, stderr } = await cli(folder.root, ['check', '--json', ...files]);
    expect(code).toBe(1);
    expect(found(stdout)).toEqual([
      `session-not-forwarded apps/admin/${PAY}`,
      `session-not-forwarded apps/web/${ORDER}`,
    ]);
    expect(stderr).toContain('in no Next.js app: packages/ui/button.tsx');
    const one = await cli(folder.root, ['check', ...files, '--app', 'apps/web']);
    expect(one.stderr).toContain(`that is in another app: apps/admin/${PAY}`);
    const advised = await cli(folder.root, ['check', `apps/web/${ORDER}`]);
    expect(advised.stdout).toContain('npx signal-next migrate --app apps/web');
  });
});

describe('check --fix', () => {
  test('writes what migrate would for all that is shown, and says what is left', async () => {
    const folder = committed(FILES);
    const { code, stdout, stderr } = await cli(folder.root, ['check', '--fix', '--json']);
    expect(stderr).toContain(`edited   ${ORDER}`);
    expect(found(stdout)).toEqual(['provider-without-tracing-headers app/providers.tsx']);
    expect(code).toBe(1);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('"fixedBy":"init"');
    const mine = snapshot(folder);
    folder.git('reset', '-q', '--hard');
    folder.delete('.signal-next');
    await cli(folder.root, ['migrate', '--yes']);
    const whole = snapshot(folder);
    for (const path of [ORDER, PAY, 'lib/signal.ts']) expect(mine[path]).toBe(whole[path]);
    expect(mine['app/providers.tsx']).not.toBe(whole['app/providers.tsx']);
  });

  test('keeps to what the files given need, and fails where that is in others, which a hook does not stage', async () => {
    const folder = committed(FILES);
    const first = await cli(folder.root, ['check', '--fix', '--json', PAY]);
    expect({ code: first.code, left: found(first.stdout) }).toEqual({ code: 1, left: [] });
    expect(first.stderr).toContain(
      'Stage all of it, these files too, or take it back with `npx signal-next undo`:\n  lib/signal.ts\n',
    );
    expect(folder.read(PAY)).toContain('sessionId');
    expect(folder.read(ORDER)).toBe(FILES[ORDER as keyof typeof FILES]);

    const second = await cli(folder.root, ['check', '--fix', '--json', ORDER]);
    expect({ code: second.code, left: found(second.stdout) }).toEqual({ code: 0, left: [] });
    expect(second.stderr).not.toContain('these files too');
  });

  test('writes files with uncommitted changes, and undo takes it back to the byte', async () => {
    const folder = committed(FILES);
    const dirty = `// mine\n${ROUTE}`;
    folder.write(ORDER, dirty);
    expect((await cli(folder.root, ['check', '--fix', ORDER, 'lib/signal.ts'])).code).toBe(0);
    expect(folder.read(ORDER)).toContain('getSessionInfo');
    expect((await cli(folder.root, ['undo'])).code).toBe(0);
    expect(folder.read(ORDER)).toBe(dirty);
  });

  test('leaves alone what is in the baseline, suppressed or unchanged', async () => {
    const known = "  signal.capture({ distinctId: id, event: 'ordered' });\n";
    const folder = committed(FILES);
    await cli(folder.root, ['check', '--update-baseline']);
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'Baseline');
    folder.write(
      ORDER,
      ROUTE.replace(
        known,
        `  signal.capture({ distinctId: id, event: 'started' });\n${known}  // signal-next-ignore-next-line: a job reads this\n  signal.capture({ distinctId: id, event: 'job' });\n  signal.capture({ distinctId: id, event: 'ended' });\n`,
      ),
    );
    const { code, stdout } = await cli(folder.root, ['check', '--fix', '--changed', 'HEAD', '--json']);
    expect({ code, left: found(stdout) }).toEqual({ code: 0, left: [] });
    const text = folder.read(ORDER);
    expect(text).toContain(known);
    expect(text).toContain("  signal.capture({ distinctId: id, event: 'job' });\n");
    for (const event of ['started', 'ended'])
      expect(text).toMatch(new RegExp(`event: '${event}',\\s+sessionId,\\s+windowId`));
    expect(folder.read(PAY)).toBe(FILES[PAY as keyof typeof FILES]);
    expect((await cli(folder.root, ['check'])).code).toBe(0);
  });

  test('with --changed says what is left of the helpers that it has changed', async () => {
    const caller = `import { track } from '@/lib/track';\n\nexport async function POST(request: Request) {\n  track(request.url);\n  return Response.json({});\n}\n`;
    const folder = committed({
      ...FILES,
      'lib/track.ts': `import { signal } from './signal';\n\nexport function track(id: string) {\n  signal.capture({ distinctId: id, event: 'x' });\n}\n`,
      'app/api/a/route.ts': caller,
    });
    folder.write('app/api/b/route.ts', caller);
    const fix = () => cli(folder.root, ['check', '--fix', '--changed', 'HEAD', '--json']);
    const look = () => cli(folder.root, ['check', '--changed', 'HEAD', '--json']);
    const first = await fix();
    const left = ['session-lost app/api/a/route.ts'];
    expect({ code: first.code, left: found(first.stdout) }).toEqual({ code: 1, left });
    expect(folder.read('lib/track.ts')).toContain('session');
    expect(folder.read('app/api/a/route.ts')).toBe(caller);
    const after = await look();
    expect({ code: after.code, left: found(after.stdout) }).toEqual({ code: 1, left });
    expect((await fix()).code).toBe(0);
    expect((await look()).code).toBe(0);
  });

  test('is not kept from a call by what another rule finds in it', async () => {
    const folder = committed({
      ...FILES,
      'lib/signal.ts': `import { createSignalNode } from '@signal-js/node';\n\nexport const signal = createSignalNode({ apiKey: 'k' });\n`,
      'app/actions.ts': `'use server';\n\nimport { signal } from '@/lib/signal';\n\nexport async function order(id: string) {\n  // signal-next-ignore-next-line event-may-be-lost: counted again at night\n  signal.capture({ distinctId: id, event: 'ordered' });\n}\n`,
    });
    const before = await cli(folder.root, ['check', '--json', 'app/actions.ts']);
    expect(found(before.stdout)).toEqual(['session-not-forwarded app/actions.ts']);
    expect(before.stdout).toContain('"event-may-be-lost"');
    expect((await cli(folder.root, ['check', '--fix', 'app/actions.ts', 'lib/signal.ts'])).code).toBe(0);
    expect(folder.read('app/actions.ts')).toContain('sessionId');
  });

  test('changes nothing where there is nothing to fix', async () => {
    const folder = committed(FILES);
    const before = snapshot(folder);
    expect((await cli(folder.root, ['check', '--fix', 'app/layout.tsx'])).code).toBe(0);
    expect(snapshot(folder)).toEqual(before);
    expect(folder.exists('.signal-next')).toBe(false);
  });
});
