import { findingsOf, ledgerOf, refusalsOf } from '../inspect/findings.js';
import { inspectProject } from '../inspect/inspect.js';
import { renderLedger, renderRefusals } from '../report/ledger.js';
import { renderFindings } from '../report/pretty.js';
import type { Finding } from '../rules/finding.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import type { Console } from './console.js';
import { type AppResult, reportOf, sayProblems } from './report-json.js';
import { type TargetOptions, targetApps } from './target-apps.js';

export interface CheckOptions extends TargetOptions {
  readonly json: boolean;
  /** Warnings fail the check too. */
  readonly strict: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
}

/** `signal-next check`: the analysis of `migrate` and `init` without the writing. */
export async function check(options: CheckOptions, console: Console): Promise<ExitCode> {
  const results: AppResult[] = [];
  let troubles = 0;
  const apps = await targetApps(options, console);
  for (const app of apps) {
    const { only, exclude } = options;
    const inspection = inspectProject(app.project, { only, exclude, distinctId: 'header-first' });
    const findings = findingsOf(inspection);
    results.push({ app, inspection, findings, written: new Set() });
    if (apps.length > 1) console.say(`\n${app.directory}`);
    troubles += sayProblems(inspection, console);
    if (!options.json) showResult({ app, inspection, findings, written: new Set() }, console);
  }
  if (options.json) console.result(reportOf(results));
  if (troubles > 0) return EXIT_USAGE;
  const fails = ({ severity }: Finding): boolean => severity === 'error' || options.strict;
  return results.some(({ findings }) => findings.some(fails)) ? EXIT_FINDINGS : EXIT_OK;
}

function showResult({ inspection, findings }: AppResult, console: Console): void {
  const terminal = console.resultTerminal;
  // Refused calls are listed by reason below: twenty frames that say the same would hide the rest.
  const framed = findings.filter(({ rule }) => rule !== 'session-refused');
  if (framed.length > 0)
    console.result(renderFindings(framed, (path) => inspection.host.text(path) ?? '', terminal));
  const refusals = renderRefusals(refusalsOf(inspection), terminal);
  if (refusals !== '') console.result(`${framed.length > 0 ? '\n' : ''}${refusals}`);
  const ledger = ledgerOf(inspection);
  console.result(renderLedger(ledger));
  if (findings.every(({ severity }) => severity !== 'error')) {
    if (ledger.calls > 0) console.result('Nothing to do: migrate and init would change nothing.');
    return;
  }
  const commands = ['init', 'migrate'].filter((command) =>
    findings.some(({ fixedBy }) => fixedBy === command),
  );
  console.result(`To fix: ${commands.map((command) => `npx signal-next ${command}`).join(', then ')}`);
}
