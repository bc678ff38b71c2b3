import { safe } from './cells.js';
import type { AppReport, Report, ReportedFinding } from './model.js';
import { anchorer, repositoryPath } from './places.js';

interface TestCase {
  readonly file: string;
  readonly name: string;
  readonly outcome:
    | { readonly kind: 'passed'; readonly output: string }
    | { readonly kind: 'failure' | 'error' | 'skipped'; readonly message: string; readonly text: string };
}

/**
 * JUnit XML in what both schemas in use allow (Jenkins' xunit-plugin `junit-10.xsd`, and `junit-4.xsd`): a suite for
 * each file, a failure for each finding that fails the check, and a passed case for each call that forwards the
 * session, because a report without any would look like a broken job. What waits for a person is skipped.
 */
export function renderJunit(report: Report): string {
  const cases = [
    ...report.errors.map(
      ({ kind, message }): TestCase => ({
        file: 'signal-next',
        name: 'check',
        outcome: { kind: 'error', message, text: kind },
      }),
    ),
    ...report.apps.flatMap(casesOf),
  ];
  const files = [...new Set(cases.map(({ file }) => file))];
  const suites = files.map((file) =>
    suite(
      file,
      cases.filter((one) => one.file === file),
    ),
  );
  const { tests, failures, errors } = countsOf(cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="signal-next check" tests="${tests}" failures="${failures}" errors="${errors}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(app: AppReport): TestCase[] {
  const anchor = anchorer(app);
  const cases: TestCase[] = [];
  for (const { kind, path, message, at } of app.troubles) {
    const file = repositoryPath(app, path);
    const text = at ? `${file}:${at.line}:${at.column}` : file;
    cases.push({ file, name: kind, outcome: { kind: 'error', message, text } });
  }
  for (const finding of app.findings) {
    const { path, line, column } = anchor(finding);
    const name = `${finding.rule} (${line}:${column})`;
    cases.push({ file: path, name, outcome: outcomeOf(finding, `${path}:${line}:${column}`) });
  }
  for (const call of app.calls) {
    if (call.verdict !== 'forwarded') continue;
    const { path, line, column } = anchor(call);
    const name = `${call.method} forwards the session (${line}:${column})`;
    cases.push({ file: path, name, outcome: { kind: 'passed', output: '' } });
  }
  if (cases.length > 0) return cases;
  const file = repositoryPath(app, 'package.json');
  return [{ file, name: 'signal-next check', outcome: { kind: 'passed', output: '' } }];
}

function outcomeOf(finding: ReportedFinding, text: string): TestCase['outcome'] {
  const { status, fails, message, rule } = finding;
  if (status !== 'new') return { kind: 'skipped', message: `${status}: ${message}`, text };
  if (fails) return { kind: 'failure', message, text };
  if (rule === 'session-refused') return { kind: 'skipped', message, text };
  return { kind: 'passed', output: `${text} ${finding.severity}: ${message}` };
}

function suite(file: string, cases: readonly TestCase[]): string {
  const { tests, failures, errors, skipped } = countsOf(cases);
  const seen = new Map<string, number>();
  const lines = cases.map(({ name, outcome }) => {
    // GitLab drops a second case of the same name.
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const unique = count === 1 ? name : `${name} #${count}`;
    return `    <testcase classname="${xml(file)}" name="${xml(unique)}" time="0">${body(outcome)}</testcase>`;
  });
  return [
    `  <testsuite name="${xml(file)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="0">`,
    ...lines,
    '  </testsuite>',
  ].join('\n');
}

function body(outcome: TestCase['outcome']): string {
  switch (outcome.kind) {
    case 'passed':
      return outcome.output === '' ? '' : `<system-out>${xml(outcome.output)}</system-out>`;
    case 'skipped':
      return `<skipped message="${xml(outcome.message)}"/>`;
    case 'failure':
    case 'error':
      return `<${outcome.kind} type="error" message="${xml(outcome.message)}">${xml(outcome.text)}</${outcome.kind}>`;
  }
}

function countsOf(cases: readonly TestCase[]) {
  const count = (kind: TestCase['outcome']['kind']): number =>
    cases.filter(({ outcome }) => outcome.kind === kind).length;
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for an element or an attribute; characters that XML cannot hold are written as escapes, line ends as spaces. */
function xml(text: string): string {
  const flat = text.replace(/\s+/g, ' ').replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
  const shown = (part: string): string =>
    safe(part).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
  return flat.split('##[').map(shown).join('&#35;#[');
}
