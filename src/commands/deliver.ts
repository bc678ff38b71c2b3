import { randomBytes } from 'node:crypto';
import { appendFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderMarkdown } from '../report/markdown.js';
import type { Report } from '../report/model.js';
import { renderReport } from '../report/reporters.js';
import type { Terminal } from '../report/terminal.js';
import { reasonOf } from '../runner/files.js';
import { writeReportFile } from '../runner/report-file.js';
import { counted } from '../source/sentence.js';
import type { Console, Environment } from './console.js';
import { reportForGitlab } from './gitlab-ci.js';
import type { Outputs } from './outputs.js';

/** What a file is taken for: wide, and able to hold any character. */
const FILE: Terminal = { width: 120, wrap: false, colour: false, unicode: true };

/** GitHub rejects a step's summary of more than 1 MiB, whoever wrote the rest of it. */
const SUMMARY_LIMIT = 900 * 1024;

/** GitHub rejects a SARIF file with more. */
const SARIF_RUNS = 20;

export interface Delivery {
  /** The folder that the names of report files start from. */
  readonly cwd: string;
  /** Whether the coverage was asked for, and not only made for a service. */
  readonly coverage: boolean;
}

/**
 * Brings the report to where it was asked for. A file that cannot be written is said and the others are written.
 * @returns whether all of them were.
 */
export function deliver(
  report: Report,
  outputs: Outputs,
  { cwd, coverage }: Delivery,
  console: Console,
): boolean {
  const asked = coverage ? report : withoutCoverage(report);
  const { stdout, files, service } = outputs;
  if (stdout !== undefined) {
    const text = renderReport(stdout, asked, console.resultTerminal);
    const isFenced = stdout === 'pretty' && console.env.GITHUB_ACTIONS === 'true';
    if (text !== '') console.result(isFenced ? withoutCommands(text) : text);
  }
  const written: string[] = [];
  for (const { reporter, file } of files) {
    const problem = writeReportFile(resolve(cwd, file), renderReport(reporter, asked, FILE));
    if (problem === undefined) written.push(file);
    else
      console.say(
        `error: the ${reporter} report could not be written: ${file} ${problem}. Name another file.`,
      );
  }
  let isWhole = written.length === files.length;
  if (stdout === undefined) console.say(summaryOf(report, written));
  const isSarif = stdout === 'sarif' || files.some(({ reporter }) => reporter === 'sarif');
  if (isSarif && report.apps.length > SARIF_RUNS) {
    console.say(
      `warning: GitHub takes no SARIF file with more than ${SARIF_RUNS} runs, and this one has ${report.apps.length}. Check the apps one by one with --app <dir>.`,
    );
  }
  switch (service) {
    case 'github':
      annotate(report, console);
      if (!files.some((one) => isSummary(one, cwd, console.env))) summarise(report, console);
      break;
    case 'gitlab':
      isWhole = reportForGitlab(asked, console) && isWhole;
      break;
    case undefined:
  }
  return isWhole;
}

function withoutCoverage(report: Report): Report {
  return { ...report, apps: report.apps.map((app) => ({ ...app, coverage: undefined })) };
}

/** The log of GitHub Actions obeys no command between these lines; the token is one that no source text can know. */
function withoutCommands(text: string): string {
  const token = randomBytes(16).toString('hex');
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`;
}

function annotate(report: Report, console: Console): void {
  const annotations = renderReport('github', report, console.resultTerminal);
  if (annotations !== '') console.result(annotations);
}

/** Whether somebody writes the summary of the step himself. */
function isSummary(
  { reporter, file }: Outputs['files'][number],
  cwd: string,
  { GITHUB_STEP_SUMMARY: summary }: Environment,
): boolean {
  return reporter === 'markdown' && resolve(cwd, file) === summary;
}

function summarise(report: Report, console: Console): void {
  const { GITHUB_STEP_SUMMARY: file } = console.env;
  if (!file) return;
  try {
    const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    // What a step wrote before may have left its last line open.
    const before = used > 0 ? '\n\n' : '';
    const summary = renderMarkdown(report, SUMMARY_LIMIT - used - before.length);
    if (summary !== '') appendFileSync(file, `${before}${summary}`);
  } catch (error) {
    console.say(`warning: the summary of this step could not be written: ${file} ${reasonOf(error)}.`);
  }
}

/** What a person is told when all reports go to files. */
function summaryOf(report: Report, files: readonly string[]): string {
  const open = report.apps.flatMap(({ findings }) => findings).filter(({ status }) => status === 'new');
  const count = (severity: string): number => open.filter((one) => one.severity === severity).length;
  const see = files.length === 0 ? '' : `; see ${files.join(', ')}`;
  if (report.errors.length > 0) return `The check could not be finished${see}`;
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}${see}`;
}
