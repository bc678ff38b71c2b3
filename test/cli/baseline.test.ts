import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed, folderOf, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

const BASELINE = 'signal-next-baseline.json';
const ORDER = 'app/api/order/route.ts';
const PAY = 'app/api/pay/route.ts';

const FILES = { ...APP_WITH_PROVIDER, [PAY]: ROUTE.replace('ordered', 'paid') };

function statuses(stdout: string): Record<string, string[]> {
  const byStatus: Record<string, string[]> = {};
  for (const { status, rule, path } of JSON.parse(stdout).projects[0].findings) {
    byStatus[status] = [...(byStatus[status] ?? []), `${rule} ${path}`].sort();
  }
  return byStatus;
}

async function withBaseline() {
  const folder = committed(FILES);
  const first = await cli(folder.root, ['check', '--update-baseline']);
  return { folder, first };
}

describe('check --update-baseline', () => {
  test('writes what is found, which then passes and is counted', async () => {
    const { folder, first } = await withBaseline();
    expect(first.code).toBe(0);
    expect(first.stderr).toContain(`${BASELINE} lists 4 findings (4 added).`);
    expect(folder.git('status', '--porcelain')).toBe(`?? ${BASELINE}\n`);
    const { code, stdout } = await cli(folder.root, ['check', '--json']);
    expect(code).toBe(0);
    expect(statuses(stdout)).toEqual({
      baselined: [
        'provider-without-tracing-headers app/providers.tsx',
        `session-not-forwarded ${ORDER}`,
        `session-not-forwarded ${PAY}`,
        'signal-module-incomplete lib/signal.ts',
      ],
    });
    expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, baselined: 4 });
    expect((await cli(folder.root, ['check', '--strict'])).code).toBe(0);
  });

  test('gives the same bytes again', async () => {
    const { folder } = await withBaseline();
    const text = folder.read(BASELINE);
    const second = await cli(folder.root, ['check', '--update-baseline']);
    expect(second.code).toBe(0);
    expect(folder.read(BASELINE)).toBe(text);
  });

  test('knows code that has moved within its file, and no code that has taken its place', async () => {
    const { folder } = await withBaseline();
    const moved = `// a licence\n\nconst early = 1;\n\n${ROUTE.replace(
      "signal.capture({ distinctId: id, event: 'ordered' });",
      'signal.capture({\n    distinctId: id, // whose\n    event: "ordered",\n  });',
    )}`;
    folder.write(ORDER, moved);
    expect((await cli(folder.root, ['check'])).code).toBe(0);

    folder.write(ORDER, ROUTE.replace('ordered', 'refunded'));
    const swapped = await cli(folder.root, ['check', '--json']);
    expect(swapped.code).toBe(1);
    expect(statuses(swapped.stdout).new).toEqual([
      `session-not-forwarded ${ORDER}`,
      `stale-baseline-entry ${BASELINE}`,
    ]);
  });

  test('shows a stale entry at its line, and takes it out', async () => {
    const { folder } = await withBaseline();
    folder.delete(PAY);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('warning[stale-baseline-entry]');
    expect(stdout).toMatch(/--> signal-next-baseline\.json:\d+:5/);
    expect((await cli(folder.root, ['check', '--strict'])).code).toBe(1);
    const update = await cli(folder.root, ['check', '--update-baseline']);
    expect(update.stderr).toContain('lists 3 findings (1 removed).');
    expect(folder.read(BASELINE)).not.toContain(PAY);
  });

  test('grows only when it is told to, and shrinks all the same', async () => {
    const { folder } = await withBaseline();
    folder.delete(PAY);
    folder.write('app/api/new/route.ts', ROUTE.replace('ordered', 'opened'));
    const refused = await cli(folder.root, ['check', '--update-baseline']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('1 finding is not in signal-next-baseline.json, and was not added');
    expect(refused.stderr).toContain('--update-baseline --allow-new');
    expect(folder.read(BASELINE)).not.toContain('app/api/new');
    expect(folder.read(BASELINE)).not.toContain(PAY);
    const allowed = await cli(folder.root, ['check', '--update-baseline', '--allow-new']);
    expect(allowed.code).toBe(0);
    expect(folder.read(BASELINE)).toContain('app/api/new/route.ts');
  });

  test('follows a file that was renamed', async () => {
    const { folder } = await withBaseline();
    folder.write('app/api/payments/route.ts', folder.read(PAY));
    folder.delete(PAY);
    expect((await cli(folder.root, ['check', '--strict'])).code).toBe(0);
    expect((await cli(folder.root, ['check', '--update-baseline'])).code).toBe(0);
    expect(folder.read(BASELINE)).toContain('app/api/payments/route.ts');
    expect(folder.read(BASELINE)).not.toContain(PAY);
  });

  test('keeps the entries of a file that cannot be parsed', async () => {
    const { folder } = await withBaseline();
    const text = folder.read(BASELINE);
    folder.write(PAY, `${folder.read(PAY)}}`);
    const broken = await cli(folder.root, ['check', '--update-baseline']);
    expect(broken.code).toBe(2);
    expect(folder.read(BASELINE)).toBe(text);
    expect(broken.stdout).not.toContain('stale-baseline-entry');
  });

  test('leaves suppressed findings out', async () => {
    const folder = committed({
      ...FILES,
      [PAY]: `// signal-next-ignore-file: a job calls this\n${FILES[PAY]}`,
    });
    await cli(folder.root, ['check', '--update-baseline']);
    expect(folder.read(BASELINE)).not.toContain(PAY);
  });

  test('is for the whole app', async () => {
    const { folder } = await withBaseline();
    for (const part of [['--changed'], ['--only', 'app'], [ORDER]]) {
      const { code, stderr } = await cli(folder.root, ['check', '--update-baseline', ...part]);
      expect([part, code]).toEqual([part, 2]);
      expect(stderr).toContain('takes no files, --changed, --only or --exclude');
    }
    const alone = await cli(folder.root, ['check', '--allow-new']);
    expect(alone.code).toBe(2);
  });

  test('takes the lines of both sides after a merge conflict', async () => {
    const { folder } = await withBaseline();
    const commit = (message: string): void => {
      folder.git('add', '-A');
      folder.git('commit', '-q', '-m', message);
    };
    const branch = async (name: string, from: string): Promise<void> => {
      folder.git('checkout', '-q', '-b', name, from);
      folder.write(`app/api/z${name}/route.ts`, ROUTE.replace('ordered', name));
      await cli(folder.root, ['check', '--update-baseline', '--allow-new']);
      commit(name);
    };
    commit('base');
    const base = folder.git('rev-parse', 'HEAD').trim();
    await branch('left', base);
    await branch('right', base);
    expect(() => folder.git('merge', 'left')).toThrow();
    const conflict = await cli(folder.root, ['check']);
    expect(conflict.code).toBe(2);
    expect(conflict.stderr).toContain('keep those of both sides');
    folder.write(BASELINE, folder.read(BASELINE).replace(/^(?:<{7}|={7}|>{7}).*\n/gm, ''));
    expect((await cli(folder.root, ['check'])).code).toBe(0);
    const update = await cli(folder.root, ['check', '--update-baseline']);
    expect(update.code).toBe(0);
    expect(update.stderr).toContain('lists 6 findings.');
    expect(JSON.parse(folder.read(BASELINE)).findings).toHaveLength(6);
  });

  test('that is broken ends with 2 and says where', async () => {
    const { folder } = await withBaseline();
    folder.write(BASELINE, folder.read(BASELINE).replace('"path":"app/api/pay', '"path":app/api/pay'));
    const { code, stderr } = await cli(folder.root, ['check']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/signal-next-baseline\.json:\d is not valid JSON .*--update-baseline/);
  });

  test('is not written over a file that is none', async () => {
    const other = { version: '1.0.0', scripts: {} };
    const folder = folderOf({
      ...FILES,
      'signal-next.config.json': { baseline: 'vercel.json' },
      'vercel.json': other,
    });
    const { code, stderr } = await cli(folder.root, ['check', '--update-baseline']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/vercel\.json:1 is not a baseline.* name another file as "baseline"/);
    expect(JSON.parse(folder.read('vercel.json'))).toEqual(other);
  });

  test('is where the configuration says, and none is written for nothing', async () => {
    const folder = folderOf({ ...FILES, 'signal-next.config.json': { baseline: './.config/signal.json' } });
    await cli(folder.root, ['check', '--update-baseline']);
    expect(folder.exists('.config/signal.json')).toBe(true);
    expect((await cli(folder.root, ['check'])).code).toBe(0);
    const clean = folderOf({ ...FILES, 'signal-next.config.json': { rules: offRules } });
    const nothing = await cli(clean.root, ['check', '--update-baseline']);
    expect(nothing).toMatchObject({ code: 0 });
    expect(nothing.stderr).toContain('There is nothing to put into a baseline');
    expect(clean.exists(BASELINE)).toBe(false);
  });
});

const offRules = {
  'session-not-forwarded': 'off',
  'signal-module-incomplete': 'off',
  'session-refused': 'off',
  'provider-without-tracing-headers': 'off',
};

describe('a rule that the configuration sets', () => {
  test('off is not found, and nothing is rewritten for it', async () => {
    const folder = committed({ ...FILES, 'signal-next.config.json': { rules: offRules } });
    const { code, stdout } = await cli(folder.root, ['check', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).projects[0]).toMatchObject({
      findings: [],
      calls: { total: 2, suppressed: 2 },
    });
    await cli(folder.root, ['migrate', '--yes']);
    await cli(folder.root, ['init', '--yes', '--skip-install']);
    expect(folder.git('diff', '--name-only')).not.toMatch(/route|signal\.ts|providers/);
  });

  test('to another severity fails or passes with it', async () => {
    const rules = {
      'session-not-forwarded': 'warning',
      'signal-module-incomplete': 'warning',
      'provider-without-tracing-headers': 'warning',
    };
    const folder = committed({ ...FILES, 'signal-next.config.json': { rules } });
    expect((await cli(folder.root, ['check'])).code).toBe(0);
    folder.write('signal-next.config.json', { rules: { ...rules, 'session-not-forwarded': 'error' } });
    expect((await cli(folder.root, ['check'])).code).toBe(1);
  });

  test('leaves folders out', async () => {
    const folder = committed({ ...FILES, 'signal-next.config.json': { exclude: ['app/api/pay/**'] } });
    const { stdout } = await cli(folder.root, ['check', '--json']);
    expect(stdout).not.toContain(PAY);
    expect(stdout).toContain(ORDER);
  });
});
