import { safe } from './cells.js';
import { COVERAGE_HEADINGS, coverageCells } from './coverage.js';
import { fixesOf } from './findings.js';
import { inert } from './inert.js';
import { type Refusal, renderLedger } from './ledger.js';
import type { AppReport, FindingStatus, Report } from './model.js';
import { nothingToDo } from './nothing-to-do.js';
import { anchorer, repositoryPath } from './places.js';

/**
 * The report as GitHub-flavoured Markdown: the ledger, the findings, the refused calls and, where it was asked for,
 * the coverage.
 * @param limit bytes of UTF-8 at most; whole lines are left out at the end, and a last one says so.
 */
export function renderMarkdown(report: Report, limit = Number.POSITIVE_INFINITY): string {
  const lines = ['## signal-next check', ''];
  for (const { message } of report.errors)
    lines.push(`**This check could not be finished.** ${text(message)}`, '');
  for (const app of report.apps) {
    if (report.apps.length > 1) lines.push(`### ${code(repositoryPath(app, '.'))}`, '');
    lines.push(...appLines(app));
  }
  while (lines.at(-1) === '') lines.pop();
  const kept = cutAt(lines.map(inert), limit);
  return kept.map((line) => `${line}\n`).join('');
}

function appLines(app: AppReport): string[] {
  const lines = [renderLedger(app.ledger), ''];
  const shown = app.findings.filter(({ status, rule }) => status === 'new' && rule !== 'session-refused');
  if (shown.length > 0) {
    const anchor = anchorer(app);
    const rows = shown.map((finding) => {
      const { path, line } = anchor(finding);
      return [finding.severity, code(finding.rule), code(`${path}:${line}`), text(finding.message)];
    });
    lines.push(...table(['severity', 'rule', 'place', 'finding'], rows));
    const fixes = fixesOf(shown, app.commands);
    if (fixes.length > 0) lines.push(`To fix: ${fixes.map(code).join(', then ')}`, '');
  } else if (app.troubles.length === 0) lines.push(text(nothingToDo(app)), '');
  for (const status of ['baselined', 'suppressed'] satisfies FindingStatus[]) {
    const count = app.findings.filter((finding) => finding.status === status).length;
    if (count > 0) lines.push(`${count} ${count === 1 ? 'finding is' : 'findings are'} ${status}.`, '');
  }
  if (app.troubles.length > 0) {
    const rows = app.troubles.map(({ path, at, message }) => [
      code(`${repositoryPath(app, path)}${at ? `:${at.line}` : ''}`),
      text(message),
    ]);
    lines.push(...table(['could not be looked into', 'because'], rows));
  }
  if (app.coverage !== undefined && app.coverage.length > 0) {
    const rows = app.coverage.map((entry) => {
      const { name, reachedBy, arrival, forwarded } = coverageCells(entry);
      const place = code(`${repositoryPath(app, entry.path)}:${entry.line}`);
      return [`${code(name)}<br>${place}`, text(reachedBy), text(arrival), text(forwarded)];
    });
    lines.push('#### Coverage', '', ...table(COVERAGE_HEADINGS, rows));
  }
  lines.push(...refusedCalls('Refused calls', app.refusals, app));
  lines.push(...refusedCalls('Calls of helpers without the session', app.withheld, app));
  return lines;
}

function refusedCalls(heading: string, refusals: readonly Refusal[], app: AppReport): string[] {
  const rows = refusals.flatMap(({ title, instead, places }) =>
    places.map(({ path, line }) => [
      code(`${repositoryPath(app, path)}:${line}`),
      text(title),
      text(instead),
    ]),
  );
  return rows.length === 0 ? [] : [`#### ${heading}`, '', ...table(['call', 'why', 'instead'], rows)];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(headings), row(headings.map(() => '---')), ...rows.map(row), ''];
}

/** Text that stands for itself: nothing in it is Markdown, HTML, a mention or a line end. */
function text(raw: string): string {
  return flat(raw)
    .replace(/[\\`*_{}[\]<>|~#&]/g, '\\$&')
    .replaceAll('@', '&#64;');
}

/** A code span. Its fence is longer than any run of backticks in it; a `|` would end the cell. */
function code(raw: string): string {
  const inner = flat(raw);
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/.test(inner) ? ' ' : '';
  return `${fence}${space}${inner.replaceAll('|', '\\|')}${space}${fence}`;
}

function flat(raw: string): string {
  return safe(raw.replace(/\s+/g, ' '));
}

const CUT = 'The rest was left out, because a summary may be no longer.';

function cutAt(lines: readonly string[], limit: number): string[] {
  const sizeOf = (line: string): number => Buffer.byteLength(line) + 1;
  if (lines.reduce((sum, line) => sum + sizeOf(line), 0) <= limit) return [...lines];
  let room = limit - sizeOf(CUT) - 1;
  if (room < 0) return [];
  const kept: string[] = [];
  for (const line of lines) {
    room -= sizeOf(line);
    if (room < 0) break;
    kept.push(line);
  }
  return [...kept, '', CUT];
}
