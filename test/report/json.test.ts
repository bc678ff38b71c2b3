import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Project } from '../../src/project/model.js';
import { type JsonReport, type ProjectResult, toJsonReport } from '../../src/report/json.js';

const SCHEMA_TEXT = readFileSync(
  new URL('../../schemas/check-report.v1.schema.json', import.meta.url),
  'utf8',
);
const schema: AnySchema = JSON.parse(SCHEMA_TEXT);
/** The schema with every object closed: a member we print but do not describe is an error here, not for readers. */
const closedSchema: AnySchema = JSON.parse(SCHEMA_TEXT, (_, value: unknown) =>
  typeof value === 'object' && value !== null && 'properties' in value && 'required' in value
    ? { ...value, additionalProperties: false }
    : value,
);

const PROJECT: Project = {
  root: '/home/me/shop',
  workspaceRoot: undefined,
  name: 'shop',
  next: { major: 16, minor: 4, text: '16.4.6', from: 'installed' },
  routers: { app: 'app', pages: undefined },
  sourceRoot: '',
  language: 'ts',
  moduleType: 'commonjs',
  config: { path: 'next.config.ts', cacheComponents: true, output: 'default', pageExtensions: ['tsx', 'ts'] },
  packageManager: 'pnpm',
  sdk: {
    name: 'signal-next',
    server: 'signal-next/server',
    client: 'signal-next/client',
    config: 'signal-next/config',
    declared: true,
  },
  clients: [],
  settings: { exclude: [], include: [], rules: {}, baseline: 'signal-next-baseline.json' },
  evidence: [{ fact: 'App Router', value: 'app/', because: 'app/layout.tsx' }],
};

const TEXT = 'POST(request) {\r\n\tsignal.capture({\r\n\t});\r\n}\r\n';

const RESULT: ProjectResult = {
  project: PROJECT,
  directory: '.',
  findings: [
    {
      rule: 'session-not-forwarded',
      severity: 'error',
      path: 'app/route.ts',
      message: 'm',
      labelText: 'l',
      start: TEXT.indexOf('signal'),
      end: TEXT.indexOf(');') + 1,
      labels: [{ path: 'app/route.ts', start: 5, end: 12, text: 'the request' }],
      fixedBy: 'migrate',
      help: undefined,
    },
  ],
  ledger: { calls: 3, forwarded: 1, fixable: 1, fixed: 0, refused: 1, suppressed: 0 },
  refusals: [
    { reason: 'static-route', title: 't', instead: 'i', places: [{ path: 'app/a/route.ts', line: 4 }] },
  ],
  troubles: [
    { kind: 'unparsable', path: 'lib/broken.ts', message: 'Unexpected token', at: { line: 3, column: 9 } },
    { kind: 'unreadable', path: 'lib/secret.ts', message: 'permission denied' },
  ],
  textOf: () => TEXT,
};

function errorsOf(report: unknown, against: AnySchema): string {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  return ajv.validate(against, report) ? '' : ajv.errorsText();
}

/** What a reader gets: through text, so that undefined members are gone. */
function printed(results: readonly ProjectResult[]): JsonReport {
  return JSON.parse(JSON.stringify(toJsonReport('0.1.0', results)));
}

describe('the JSON report', () => {
  test('is what its schema says, no less and no more', () => {
    for (const results of [[RESULT], [], [RESULT, { ...RESULT, directory: 'apps/web', findings: [] }]]) {
      expect(errorsOf(printed(results), schema)).toBe('');
      expect(errorsOf(printed(results), closedSchema)).toBe('');
    }
  });

  test('has versions, lines and columns, refused files by path, and the ledger', () => {
    const { projects, ...head } = printed([RESULT]);
    expect(head).toEqual({ schemaVersion: 1, tool: { name: 'signal-next', version: '0.1.0' } });
    expect(projects[0]).toEqual({
      directory: '.',
      name: 'shop',
      facts: {
        next: { version: '16.4.6', from: 'installed' },
        routers: { app: 'app', pages: null },
        language: 'ts',
        packageManager: 'pnpm',
        sdk: 'signal-next',
        cacheComponents: true,
        output: 'default',
      },
      evidence: [{ fact: 'App Router', value: 'app/', because: 'app/layout.tsx' }],
      findings: [
        {
          rule: 'session-not-forwarded',
          severity: 'error',
          path: 'app/route.ts',
          line: 2,
          column: 2,
          endLine: 3,
          endColumn: 4,
          message: 'm',
          label: 'l',
          labels: [
            { path: 'app/route.ts', line: 1, column: 6, endLine: 1, endColumn: 13, message: 'the request' },
          ],
          fixedBy: 'migrate',
          help: null,
        },
      ],
      calls: { total: 3, forwarded: 1, fixable: 1, fixed: 0, refused: 1, suppressed: 0 },
      refused: [
        { path: 'app/a/route.ts', line: 4, reason: 'static-route', title: 't', instead: 'i', because: [] },
      ],
      problems: [
        { kind: 'unparsable', path: 'lib/broken.ts', message: 'Unexpected token', line: 3, column: 9 },
        { kind: 'unreadable', path: 'lib/secret.ts', message: 'permission denied', line: null, column: null },
      ],
    });
  });

  test('is not made from a ledger that does not add up', () => {
    expect(() => toJsonReport('0', [{ ...RESULT, ledger: { ...RESULT.ledger, calls: 9 } }])).toThrow(
      'add up',
    );
  });

  test('the schema rejects what is no report', () => {
    const report = printed([RESULT]);
    expect(errorsOf({ ...report, schemaVersion: 2 }, schema)).toContain('schemaVersion');
    expect(errorsOf({ ...report, projects: undefined }, schema)).toContain('projects');
  });
});
