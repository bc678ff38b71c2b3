import { counted } from '../source/sentence.js';
import { COVERAGE_HEADINGS, coverageCells } from './coverage.js';
import { fixesOf, renderFindings } from './findings.js';
import { inert } from './inert.js';
import { NO_CALLS, renderLedger, renderRefusals } from './ledger.js';
import type { AppReport, FindingStatus, Report, ReportedFinding } from './model.js';
import { nothingToDo } from './nothing-to-do.js';
import { textIn } from './places.js';
import { renderTable } from './table.js';
import type { Terminal } from './terminal.js';
import { wrapped } from './wrap.js';

/** Frames in one run; what is beyond them is counted, with each place. */
const MOST_FRAMES = 20;

/** The report for a person: a frame for each finding, the refused calls by reason, the ledger, and what to run. */
export function renderPretty({ apps }: Report, terminal: Terminal): string {
  let room = MOST_FRAMES;
  const parts = apps.map((app) => {
    const framed = app.findings.filter(isFramed);
    const text = renderApp(app, framed, room, terminal);
    room = Math.max(0, room - framed.length);
    return apps.length > 1 ? `${lines([app.directory], terminal)}${text}` : text;
  });
  return inert(parts.join('\n'));
}

/** Refused calls are listed by reason instead: twenty frames that say the same would hide the rest. */
function isFramed({ rule, status }: ReportedFinding): boolean {
  return status === 'new' && rule !== 'session-refused';
}

function renderApp(
  app: AppReport,
  framed: readonly ReportedFinding[],
  room: number,
  terminal: Terminal,
): string {
  const blocks = [
    renderFindings(framed, textIn(app), terminal, { limit: room, commands: app.commands }),
    renderRefusals(app.refusals, terminal),
    renderRefusals(app.withheld, terminal, 'not given the session'),
    renderCoverage(app, terminal),
    lines([ledgerLine(app), ...closing(app)], terminal),
  ];
  return blocks.filter((block) => block !== '').join('\n');
}

function renderCoverage({ coverage }: AppReport, terminal: Terminal): string {
  if (coverage === undefined || coverage.length === 0) return '';
  const rows = coverage.map((entry) => {
    const { name, place, reachedBy, arrival, forwarded } = coverageCells(entry);
    return [`${name}\n${place}`, reachedBy, arrival, forwarded];
  });
  return renderTable(COVERAGE_HEADINGS, rows, terminal);
}

function ledgerLine({ ledger, extent }: AppReport): string {
  return ledger.calls === 0 && extent === 'files'
    ? 'No Signal calls were found in these files and what they import.'
    : renderLedger(ledger);
}

function closing(app: AppReport): string[] {
  const { ledger, extent, findings } = app;
  const said = ledger.calls === 0 && extent === 'app' ? [NO_CALLS] : [];
  for (const status of ['baselined', 'suppressed'] satisfies FindingStatus[]) {
    const count = findings.filter((finding) => finding.status === status).length;
    if (count > 0) said.push(`${counted(count, 'finding')} ${count === 1 ? 'is' : 'are'} ${status}.`);
  }
  return [...said, verdict(app)];
}

function verdict(app: AppReport): string {
  const { findings, troubles, commands } = app;
  const unread = troubles.length;
  const open = findings.filter(({ status }) => status === 'new');
  const fixes = fixesOf(open, commands);
  if (fixes.length > 0) return `To fix: ${fixes.join(', then ')}`;
  if (unread > 0) return `Nothing to do in the rest, but ${counted(unread, 'file')} could not be read.`;
  const failing = open.filter(({ fails }) => fails).length;
  if (failing > 0) return `${counted(failing, 'warning')} to look at, which --strict lets fail the check.`;
  return nothingToDo(app);
}

function lines(texts: readonly string[], terminal: Terminal): string {
  return texts
    .flatMap((text) => wrapped(text, terminal))
    .map((line) => `${line}\n`)
    .join('');
}
