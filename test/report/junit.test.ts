import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { renderJunit } from '../../src/report/junit.js';
import type { Report, ReportedCall } from '../../src/report/model.js';
import { appReport, finding, PATHS, report, reportIn, TEXT } from './support/reports.js';

const schema = readFileSync(new URL('junit.xsd', import.meta.url), 'utf8');

/** The report, after xmllint has found it well formed and valid. */
async function junit(of: Report): Promise<string> {
  const contents = renderJunit(of);
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents }],
    schema: [{ fileName: 'junit.xsd', contents: schema }],
  });
  expect({ valid, errors: errors.map(({ message }) => message) }).toEqual({ valid: true, errors: [] });
  return contents;
}

const start = TEXT.indexOf('capture');
const forwarded: ReportedCall = {
  path: 'app/route.ts',
  start,
  end: start + 7,
  method: 'capture',
  verdict: 'forwarded',
};

describe('JUnit', () => {
  test('fails for a finding that fails the check, and passes for a call that forwards the session', async () => {
    const xml = await junit(report([appReport({ findings: [finding()], calls: [forwarded] })]));
    expect(xml).toContain('<testsuites name="signal-next check" tests="2" failures="1" errors="0">');
    expect(xml).toContain(
      '<testcase classname="app/route.ts" name="session-not-forwarded (2:2)" time="0"><failure type="error" message="capture() does not forward the session.">app/route.ts:2:2</failure></testcase>',
    );
    expect(xml).toContain('name="capture forwards the session (2:9)" time="0"></testcase>');
  });

  test('is never without a test, because that looks like a broken job', async () => {
    expect(await junit(report([appReport()]))).toContain('tests="1" failures="0" errors="0"');
  });

  test('skips what is accepted and what waits for a person, and passes with advice', async () => {
    const findings = [
      finding({ status: 'baselined' }),
      finding({ status: 'suppressed', path: 'app/b.ts' }),
      finding({ rule: 'session-refused', path: 'app/c.ts' }),
      finding({ rule: 'placeholder-distinct-id', path: 'app/d.ts' }),
    ];
    const xml = await junit(report([appReport({ findings })]));
    expect(xml).toContain('tests="4" failures="0" errors="0"');
    expect(xml.match(/<skipped /g)).toHaveLength(3);
    expect(xml).toContain('<system-out>app/d.ts:2:2 warning: ');
  });

  test('has an error for a file that could not be read, and for a run that failed', async () => {
    const troubles = [{ kind: 'unreadable' as const, path: 'a & b.ts', message: 'not "allowed"' }];
    expect(await junit(report([appReport({ troubles })]))).toContain('message="not &quot;allowed&quot;"');
    const failed = await junit(report([], { errors: [{ kind: 'usage', message: 'No app.' }] }));
    expect(failed).toContain('tests="1" failures="0" errors="1"');
  });

  test('names files from the root of the repository', async () => {
    const xml = await junit(reportIn(PATHS, { folder: 'apps/web' }));
    for (const path of PATHS) {
      const escaped = path.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      expect(xml).toContain(`classname="apps/web/${escaped}"`);
    }
  });

  test('holds nothing that XML cannot, whatever the sources hold', async () => {
    const message = 'a\u0000b\u001B[31m <![CDATA[ ]]> &amp; \uFFFE \uD800 ##[error]x\n::error::y "q"';
    const xml = await junit(
      report([appReport({ findings: [finding({ message, path: '<a&"b\'>\u0007.ts' })] })]),
    );
    expect(xml).not.toContain('##[');
    expect(xml).not.toMatch(/^\s*::/m);
  });

  test('gives no two cases of a file one name, since GitLab would drop the second', async () => {
    const xml = await junit(report([appReport({ findings: [finding(), finding()] })]));
    const names = [...xml.matchAll(/classname="[^"]*" name="[^"]*"/g)].map(([both]) => both);
    expect(new Set(names).size).toBe(2);
  });
});
