import type { Inclusion } from '../analysis/model.js';
import { findingsOf } from '../inspect/findings.js';
import { inspectProject } from '../inspect/inspect.js';
import { ledgerOf, refusalsOf } from '../inspect/tally.js';
import { renderLedger, renderRefusals } from '../report/ledger.js';
import { renderFindings } from '../report/pretty.js';
import type { Finding } from '../rules/finding.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import type { Console } from './console.js';
import { type AppResult, checkReport } from './report-json.js';
import { counted, sayApp, sayProblems } from './say.js';
import { guardStopped } from './stopped-run.js';
import { commandLine, type TargetOptions, targetApps } from './target-apps.js';

export interface CheckOptions extends TargetOptions {
  readonly json: boolean;
  /** Warnings fail the check too. */
  readonly strict: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
}

/** `signal-next check`: the analysis of `migrate` and `init` without the writing. */
export async function check(options: CheckOptions, console: Console): Promise<ExitCode> {
  const { only, exclude, include } = options;
  const results: AppResult[] = [];
  let troubles = 0;
  const apps = await targetApps(options, console);
  guardStopped(apps, true, console);
  for (const app of apps) {
    const inspection = inspectProject(app.project, { only, exclude, include, distinctId: 'header-first' });
    const result = { app, inspection, findings: await findingsOf(inspection) };
    results.push(result);
    if (apps.length > 1 && !options.json) console.result(`${results.length > 1 ? '\n' : ''}${app.directory}`);
    else sayApp(app, apps, console);
    troubles += sayProblems(inspection, console);
    if (!options.json) showResult(result, options, console);
  }
  if (options.json) console.result(checkReport(results));
  if (troubles > 0) return EXIT_USAGE;
  const fails = (finding: Finding): boolean => isFailure(finding, options);
  return results.some(({ findings }) => findings.some(fails)) ? EXIT_FINDINGS : EXIT_OK;
}

function isFailure({ severity }: Finding, { strict }: CheckOptions): boolean {
  return severity === 'error' || (strict && severity === 'warning');
}

function showResult(result: AppResult, options: CheckOptions, console: Console): void {
  const { inspection, findings } = result;
  const terminal = console.resultTerminal;
  // Refused calls are listed by reason below: twenty frames that say the same would hide the rest.
  const framed = findings.filter(({ rule }) => rule !== 'session-refused');
  if (framed.length > 0)
    console.result(renderFindings(framed, (path) => inspection.host.text(path) ?? '', terminal));
  const refusals = renderRefusals(refusalsOf(inspection), terminal);
  if (refusals !== '') console.result(`${framed.length > 0 ? '\n' : ''}${refusals}`);
  if (framed.length > 0 || refusals !== '') console.result('');
  const ledger = ledgerOf(inspection);
  console.result(renderLedger(ledger));
  if (ledger.calls === 0) console.result(NO_CALLS);
  console.result(closingLine(result, options));
}

/** Said out loud, because a check that looks at nothing passes. */
export const NO_CALLS =
  'Signal calls are looked for on clients that createSignalServer() or createSignalNode() made. If this app does track server events, see that they go through one, or name the client with --client <module#export>.';

function closingLine({ app, inspection, findings }: AppResult, options: CheckOptions): string {
  const target = { ...options, ...(options.all ? { all: false, app: app.directory } : {}) };
  const commands = (['init', 'migrate'] as const)
    .filter((command) => findings.some(({ fixedBy }) => fixedBy === command))
    .map((command) => commandLine(command, target));
  if (commands.length > 0) return `To fix: ${commands.join(', then ')}`;
  const unread = inspection.problems.length;
  if (unread > 0) return `Nothing to do in the rest, but ${counted(unread, 'file')} could not be read.`;
  const failing = findings.filter((finding) => isFailure(finding, options)).length;
  if (failing > 0) return `${counted(failing, 'warning')} to look at, which --strict lets fail the check.`;
  return 'Nothing to do: migrate and init would change nothing.';
}
