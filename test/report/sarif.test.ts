import { createRequire } from 'node:module';
import { Validator } from 'jsonschema';
import type { Log, Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/model.js';
import { lineHashes } from '../../src/report/rolling-hash.js';
import { renderSarif } from '../../src/report/sarif.js';
import { appReport, finding, PATHS, PROJECT, report, reportIn, TEXT } from './support/reports.js';

const require = createRequire(import.meta.url);
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// The schema has a pattern that is not valid with the u flag.
const { default: AjvDraft04 }: typeof import('ajv-draft-04') = require('ajv-draft-04');
const { default: addFormats }: typeof import('ajv-formats') = require('ajv-formats');
const ajv = new AjvDraft04({ strict: false, unicodeRegExp: false, allErrors: true });
addFormats(ajv);
const isSarif = ajv.compile(schema);

/** The log, after both validators have let it pass: that of the schema's draft, and the one that codeql-action uses. */
function log(of: Report): Log {
  const parsed: Log = JSON.parse(renderSarif(of));
  expect(isSarif(parsed), JSON.stringify(isSarif.errors)).toBe(true);
  expect(new Validator().validate(parsed, schema).errors.map(String)).toEqual([]);
  return parsed;
}

function results(of: Report): Result[] {
  return log(of).runs.flatMap((run) => run.results ?? []);
}

function uris(of: Report): (string | undefined)[] {
  return results(of).map((one) => one.locations?.[0]?.physicalLocation?.artifactLocation?.uri);
}

describe('SARIF', () => {
  test('is valid with findings, without, with files that could not be read, and for a run that failed', () => {
    const troubles = [
      {
        kind: 'unparsable' as const,
        path: PATHS[0] ?? '',
        message: 'Unexpected',
        at: { line: 3, column: 9 },
      },
      { kind: 'unreadable' as const, path: 'a b.ts', message: 'permission denied' },
    ];
    log(reportIn(PATHS));
    log(report([appReport()]));
    log(reportIn(PATHS, { troubles }));
    log(report([], { errors: [{ kind: 'usage', message: 'There is no app here.' }] }));
  });

  test('always has results, and says when the run did not succeed', () => {
    expect(log(report([appReport()])).runs[0]).toMatchObject({
      results: [],
      invocations: [{ executionSuccessful: true }],
    });
    const [failed] = log(report([], { errors: [{ kind: 'usage', message: 'No app.' }] })).runs;
    expect(failed?.results).toEqual([]);
    expect(failed?.invocations?.[0]?.executionSuccessful).toBe(false);
    expect(failed?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe('No app.');
  });

  test('names files from the root of the repository, in legal URIs that decode to the paths', () => {
    const found = uris(reportIn(PATHS, { folder: 'apps/web' }));
    expect(found.map((uri) => decodeURIComponent(uri ?? ''))).toEqual(
      PATHS.map((path) => `apps/web/${path}`),
    );
    for (const uri of found) expect(uri).toMatch(/^[\w\-.~!$&'()*+,=@%/]+$/);
    expect(found[1]).toBe('apps/web/app/(shop)/@modal/(.)photo/page.tsx');
  });

  test('puts a finding on one line, in columns from 1 and one past the end', () => {
    const [result] = results(report([appReport({ findings: [finding()] })]));
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 2,
      startColumn: 2,
      endLine: 2,
      endColumn: '\tsignal.capture({'.length + 1,
    });
    const [empty] = results(report([appReport({ findings: [finding({ start: 0, end: 0 })] })]));
    expect(empty?.locations?.[0]?.physicalLocation?.region).toMatchObject({ startColumn: 1, endColumn: 2 });
  });

  test('shows what is missing altogether at a file that exists', () => {
    const missing = finding({
      rule: 'signal-module-missing',
      path: 'lib/signal-server.ts',
      start: 0,
      end: 0,
    });
    const app = appReport({ folder: 'apps/web', findings: [missing], sources: new Map() });
    expect(uris(report([app]))).toEqual(['apps/web/package.json']);
  });

  test("has GitHub's fingerprint of the line, and the finding's own", () => {
    const [result] = results(report([appReport({ findings: [finding({ identity: () => 'mine' })] })]));
    expect(result?.partialFingerprints).toEqual({
      primaryLocationLineHash: lineHashes(TEXT)[1],
      'signalNextIdentity/v1': 'mine',
    });
  });

  test('has every text that GitHub asks of a rule, within its limits, and no security severity', () => {
    const { rules = [] } = log(report([appReport()])).runs[0]?.tool.driver ?? {};
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) {
      for (const text of [rule.shortDescription?.text, rule.fullDescription?.text]) {
        expect(text?.length).toBeGreaterThan(10);
        expect(text?.length).toBeLessThanOrEqual(1024);
      }
      expect(rule.help?.text).toBeTruthy();
      expect(rule.help?.markdown).toContain(`signal-next explain ${rule.id}`);
      expect(rule.name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration?.level);
      expect(Object.keys(rule.properties ?? {})).not.toContain('security-severity');
    }
    const [result] = results(report([appReport({ findings: [finding({ rule: 'session-lost' })] })]));
    expect(rules[result?.ruleIndex ?? -1]?.id).toBe('session-lost');
  });

  test('names the command line of the app that fixes a finding', () => {
    const commands = { init: 'npx signal-next init --app web', migrate: 'npx signal-next migrate --app web' };
    const [result] = results(reportIn(['app/route.ts'], { commands }));
    expect(result?.message.text).toMatch(/ `npx signal-next migrate --app web` fixes it\.$/);
  });

  test('leaves out what is suppressed or in the baseline, since GitHub would show it as open', () => {
    const findings = [finding({ status: 'baselined' }), finding({ status: 'suppressed' }), finding()];
    expect(results(report([appReport({ findings })]))).toHaveLength(1);
  });

  test('calls a refused call a note, unless it fails the check', () => {
    const refused = finding({ rule: 'session-refused', severity: 'warning' });
    const of = report([appReport({ findings: [refused, { ...refused, fails: true }] })]);
    expect(results(of).map(({ level }) => level)).toEqual(['note', 'warning']);
  });

  test('tells where the request is', () => {
    const start = TEXT.indexOf('request');
    const labels = [{ path: 'app/route.ts', start, end: start + 7, text: 'the request is at hand here' }];
    const [result] = results(report([appReport({ findings: [finding({ labels })] })]));
    expect(result?.relatedLocations).toMatchObject([
      {
        id: 1,
        message: { text: 'the request is at hand here' },
        physicalLocation: { region: { startLine: 1, startColumn: 6, endColumn: 13 } },
      },
    ]);
  });

  test('has one run for each app, each in a category of its own, also where two have one name', () => {
    const app = (name: string, folder: string) => appReport({ project: { ...PROJECT, name }, folder });
    const ids = (...apps: readonly ReturnType<typeof app>[]) =>
      log(report(apps)).runs.map((run) => run.automationDetails?.id);
    expect(ids(app('@acme/web', 'apps/web'), app('@acme/shop', 'apps/shop'))).toEqual([
      'signal-next/@acme/web/',
      'signal-next/@acme/shop/',
    ]);
    expect(ids(app('web', 'apps/web'), app('web', 'apps/shop'))).toEqual([
      'signal-next/apps/web/',
      'signal-next/apps/shop/',
    ]);
  });

  test('holds no more results than GitHub takes', () => {
    const one = finding();
    const many = report([appReport({ findings: Array.from({ length: 25_001 }, () => one) })]);
    expect(JSON.parse(renderSarif(many)).runs[0].results).toHaveLength(25_000);
  });
});
