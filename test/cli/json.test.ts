import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed, ROUTE } from './support/apps.js';
import { cli } from './support/run-cli.js';

/** The schema with every object closed: a member that is printed and not described is an error here. */
function schema(name: string) {
  const text = readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8');
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value && 'required' in value
      ? { ...value, additionalProperties: false }
      : value,
  );
}

const ajv = new Ajv({ allErrors: true });
const checkReport = ajv.compile(schema('check-report.v1.schema.json'));
const initReport = ajv.compile(schema('init-report.v1.schema.json'));

const FILES = {
  ...APP_WITH_PROVIDER,
  'app/api/broken/route.ts': `${ROUTE}const = 1;\n`,
  'lib/jobs.ts':
    "import { signal } from '@/lib/signal';\n\nsignal.capture({ distinctId: 'a', event: 'loaded' });\n",
};

interface Line {
  readonly line: number;
  readonly text: string;
  readonly replaces: boolean;
}

describe('--json', () => {
  test('of check is the report alone on stdout, talk on stderr', async () => {
    const { code, stdout, stderr } = await cli(committed(FILES).root, ['check', '--json']);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(checkReport(report), JSON.stringify(checkReport.errors)).toBe(true);
    expect(report.projects[0].calls).toEqual({
      total: 2,
      forwarded: 0,
      fixable: 1,
      fixed: 0,
      refused: 1,
      suppressed: 0,
    });
    expect(report.projects[0].refused[0].path).toBe('lib/jobs.ts');
    expect(report.projects[0].problems[0]).toMatchObject({
      kind: 'unparsable',
      path: 'app/api/broken/route.ts',
      line: 8,
      column: 7,
    });
    expect(stderr).toContain('app/api/broken/route.ts:8:7');
  });

  test('of migrate names what it changed, and what is left in the files as they are now', async () => {
    const folder = committed(FILES);
    const dry = await cli(folder.root, ['migrate', '--dry-run', '--json']);
    const planned = JSON.parse(dry.stdout);
    expect(checkReport(planned), JSON.stringify(checkReport.errors)).toBe(true);
    expect(planned.projects[0]).toMatchObject({ written: false, calls: { fixable: 1, fixed: 0 } });
    const checked = JSON.parse((await cli(folder.root, ['check', '--json'])).stdout);
    expect(fingerprints(planned)).toEqual(fingerprints(checked));

    const { code, stdout } = await cli(folder.root, ['migrate', '--yes', '--json']);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(checkReport(report), JSON.stringify(checkReport.errors)).toBe(true);
    const [project] = report.projects;
    expect(project).toMatchObject({
      written: true,
      calls: { fixable: 0, fixed: 1, refused: 1 },
      leftAlone: [],
    });
    expect(project.changes).toEqual(planned.projects[0].changes);
    expect(project.changes[0]).toEqual({
      path: 'app/api/order/route.ts',
      action: 'edit',
      summary: 'forward the session in 1 call',
    });
    expect(project.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['session-refused']);
  });

  test('of init holds the evidence, the changes and the install', async () => {
    const folder = committed({
      ...FILES,
      'package.json': { name: 'shop', dependencies: { next: '^15.0.0' } },
    });
    const dry = JSON.parse((await cli(folder.root, ['init', '--dry-run', '--json'])).stdout);
    expect(initReport(dry), JSON.stringify(initReport.errors)).toBe(true);
    expect(dry.projects[0]).toMatchObject({ written: false, install: { status: 'planned' } });
    expect(dry.projects[0].evidence).toContainEqual(
      expect.objectContaining({ fact: 'Next.js version', value: '^15.0.0' }),
    );

    const { code, stdout } = await cli(folder.root, ['init', '--yes', '--skip-install', '--json']);
    expect(code).toBe(2);
    const report = JSON.parse(stdout);
    expect(initReport(report), JSON.stringify(initReport.errors)).toBe(true);
    expect(report.projects[0]).toMatchObject({ directory: '.', name: 'shop', written: true });
    expect(report.projects[0].changes.map(({ path }: { path: string }) => path)).toContain('lib/signal.ts');
    expect(report.projects[0].install).toMatchObject({ status: 'skipped' });
    expect(report.projects[0].install.command).toMatch(/^npm i signal-next@/);
    expect(report.projects[0].problems).toHaveLength(1);
  });

  test('of migrate and init prints nothing on stdout when the command cannot run', async () => {
    const folder = committed(FILES);
    for (const args of [
      ['migrate', '--json'],
      ['init', '--json'],
    ]) {
      const { code, stdout } = await cli(folder.root, args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    }
  });

  test('of check says what ended the run', async () => {
    const { code, stdout } = await cli(committed(FILES).root, ['check', '--json', '--app', 'nowhere']);
    const report = JSON.parse(stdout);
    expect(code).toBe(2);
    expect(checkReport(report), JSON.stringify(checkReport.errors)).toBe(true);
    expect(report).toMatchObject({ projects: [], errors: [{ kind: 'usage' }] });
  });

  test('of check names what a fix would write, and the coverage where it is asked for', async () => {
    const folder = committed(FILES);
    const report = JSON.parse((await cli(folder.root, ['check', '--json', '--coverage'])).stdout);
    expect(checkReport(report), JSON.stringify(checkReport.errors)).toBe(true);
    expect(report.root).toBe(folder.root);
    const [project] = report.projects;
    const lost = project.findings.find(({ rule }: { rule: string }) => rule === 'session-not-forwarded');
    const written = lost.fix.lines.map(
      ({ line, text, replaces }: Line) => `${line} ${replaces ? '~' : '+'} ${text}`,
    );
    expect(written).toEqual([
      "1 ~ import { signal, getSessionInfo } from '@/lib/signal';",
      '4 +   const { sessionId, windowId, distinctId } = getSessionInfo(request);',
      '6 ~   signal.capture({',
      '7 +     distinctId: distinctId || id,',
      "8 +     event: 'ordered',",
      '9 +     sessionId,',
      '10 +     windowId,',
      '11 +   });',
    ]);
    expect(project.coverage.map(({ name }: { name: string }) => name)).toEqual([
      'POST /api/order',
      'outside any request',
    ]);
  });
});

function fingerprints(report: { projects: { findings: { fingerprint: string }[] }[] }): string[] {
  return report.projects.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
}
