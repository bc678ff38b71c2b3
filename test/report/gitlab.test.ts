import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { renderGitlab } from '../../src/report/gitlab.js';
import type { Report } from '../../src/report/model.js';
import { appReport, finding, PATHS, report, reportIn } from './support/reports.js';

// What GitLab's server requires of an entry (its codeclimate.json), and what its documentation says of the values.
const isReport = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1, not: { pattern: '^(\\./|/|\\.\\./)' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

interface Entry {
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function entries(of: Report): Entry[] {
  const text = renderGitlab(of);
  expect(text.startsWith('[')).toBe(true);
  const parsed: Entry[] = JSON.parse(text);
  expect(isReport(parsed), JSON.stringify(isReport.errors)).toBe(true);
  expect(new Set(parsed.map(({ fingerprint }) => fingerprint)).size).toBe(parsed.length);
  return parsed;
}

describe('GitLab Code Quality', () => {
  test('names files from the root of the repository, as they are', () => {
    const found = entries(reportIn(PATHS, { folder: 'apps/web' }));
    expect(found.map(({ location }) => location.path)).toEqual(PATHS.map((path) => `apps/web/${path}`));
    expect(found[0]?.location.lines.begin).toBe(2);
  });

  test('is empty, not missing, when there is nothing', () => {
    expect(renderGitlab(report([appReport()]))).toBe('[]');
  });

  test('keeps the fingerprint of a finding whose lines have moved', () => {
    const one = finding({ identity: () => 'a' });
    const before = entries(report([appReport({ findings: [one] })]));
    const sources = new Map([[one.path, `${'\n'.repeat(40)}x`]]);
    const after = entries(report([appReport({ findings: [{ ...one, start: 40, end: 41 }], sources })]));
    expect(after[0]?.location.lines.begin).toBe(41);
    expect(after[0]?.fingerprint).toBe(before[0]?.fingerprint);
  });

  test('has a fingerprint for each finding, also where two apps of a workspace have the same ones', () => {
    const one = finding({ identity: () => 'a' });
    const apps = ['apps/web', 'apps/shop'].map((folder) => appReport({ folder, findings: [one] }));
    expect(entries(report(apps))).toHaveLength(2);
    expect(entries(report([appReport({ findings: [one, one, one] })]))).toHaveLength(3);
  });

  test('leaves out what is accepted, and ranks the rest', () => {
    const findings = [
      finding({ status: 'baselined' }),
      finding({ status: 'suppressed' }),
      finding(),
      finding({ rule: 'placeholder-distinct-id' }),
      finding({ rule: 'session-refused' }),
    ];
    const troubles = [{ kind: 'unreadable' as const, path: 'lib/x.ts', message: 'denied' }];
    const found = entries(report([appReport({ findings, troubles })]));
    expect(found.map(({ severity }) => severity)).toEqual(['critical', 'major', 'minor', 'info']);
  });

  test('says that a run failed', () => {
    const [only] = entries(report([], { errors: [{ kind: 'usage', message: 'No app.' }] }));
    expect(only?.severity).toBe('blocker');
  });
});
