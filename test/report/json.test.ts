import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, test } from 'vitest';
import { type JsonReport, toJsonReport } from '../../src/report/json.js';
import type { Report } from '../../src/report/model.js';
import { appReport, finding, report } from './support/reports.js';

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

const APP = appReport({
  findings: [
    finding({
      identity: () => 'f',
      message: 'm',
      labels: [{ path: 'app/route.ts', start: 5, end: 12, text: 'the request' }],
      added: [{ path: 'app/route.ts', line: 3, text: '    sessionId,', replaces: false, changed: [] }],
      addedElsewhere: ['lib/between.ts'],
    }),
  ],
  ledger: { calls: 3, forwarded: 1, fixable: 1, fixed: 0, refused: 1, suppressed: 0 },
  refusals: [
    { reason: 'static-route', title: 't', instead: 'i', places: [{ path: 'app/a/route.ts', line: 4 }] },
  ],
  troubles: [
    { kind: 'unparsable', path: 'lib/broken.ts', message: 'Unexpected token', at: { line: 3, column: 9 } },
    { kind: 'unreadable', path: 'lib/secret.ts', message: 'permission denied' },
  ],
  skipped: [{ path: 'lib/huge.js', why: 'is larger than 2 MB' }],
  coverage: [
    {
      kind: undefined,
      name: 'sync()',
      path: 'lib/sync.ts',
      line: 3,
      reachedBy: 'no request that can be seen',
      arrival: 'no',
      because: 'there are no headers to read',
      calls: [
        { path: 'lib/sync.ts', line: 3, column: 8, method: 'capture', verdict: 'refused', helper: undefined },
      ],
    },
  ],
});

function errorsOf(report: unknown, against: AnySchema): string {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
  return ajv.validate(against, report) ? '' : ajv.errorsText();
}

/** What a reader gets: through text, so that undefined members are gone. */
function printed(of: Report): JsonReport {
  return JSON.parse(JSON.stringify(toJsonReport(of)));
}

describe('the JSON report', () => {
  test('is what its schema says, no less and no more', () => {
    const failed = report([], { errors: [{ kind: 'usage', message: 'No app.' }] });
    const plain = { ...APP, coverage: undefined, findings: [], directory: 'apps/web' };
    for (const one of [report([APP]), report([]), report([APP, plain], { mode: 'changed' }), failed]) {
      expect(errorsOf(printed(one), schema)).toBe('');
      expect(errorsOf(printed(one), closedSchema)).toBe('');
    }
  });

  test('has versions, lines and columns, refused files by path, and the ledger', () => {
    const { projects, ...head } = printed(report([APP]));
    expect(head).toEqual({
      schemaVersion: 1,
      tool: { name: 'signal-next', version: '0.1.0' },
      root: '/home/me/shop',
      mode: 'full',
      summary: {
        errors: 1,
        warnings: 0,
        notes: 0,
        baselined: 0,
        suppressed: 0,
        filesChecked: 7,
        filesSkipped: 1,
      },
      errors: [],
    });
    expect(projects[0]).toEqual({
      directory: '.',
      folder: '.',
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
          status: 'new',
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
          fix: {
            command: 'npx signal-next migrate',
            lines: [{ path: 'app/route.ts', line: 3, text: '    sessionId,', replaces: false }],
            furtherFiles: ['lib/between.ts'],
          },
          fingerprint: 'f',
          docsUrl: 'docs/rules.md#session-not-forwarded',
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
      skipped: [{ path: 'lib/huge.js', why: 'is larger than 2 MB' }],
      coverage: [
        {
          ...APP.coverage?.[0],
          kind: null,
          calls: [
            { path: 'lib/sync.ts', line: 3, column: 8, method: 'capture', verdict: 'refused', helper: null },
          ],
        },
      ],
    });
  });

  test('counts as errors and warnings what is new', () => {
    const findings = [
      finding(),
      finding({ status: 'baselined' }),
      finding({ status: 'suppressed' }),
      finding({ rule: 'placeholder-distinct-id' }),
    ];
    expect(toJsonReport(report([appReport({ findings }), appReport({ findings })])).summary).toMatchObject({
      errors: 2,
      warnings: 2,
      baselined: 2,
      suppressed: 2,
      filesChecked: 14,
    });
  });

  test('is not made from a ledger that does not add up', () => {
    const wrong = { ...APP, ledger: { ...APP.ledger, calls: 9 } };
    expect(() => toJsonReport(report([wrong]))).toThrow('add up');
  });

  test('the schema rejects what is no report', () => {
    const one = printed(report([APP]));
    expect(errorsOf({ ...one, schemaVersion: 2 }, schema)).toContain('schemaVersion');
    expect(errorsOf({ ...one, projects: undefined }, schema)).toContain('projects');
  });
});
