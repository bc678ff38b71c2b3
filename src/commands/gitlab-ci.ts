import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { projectPath } from '../project/files.js';
import type { Report } from '../report/model.js';
import { renderReport } from '../report/reporters.js';
import { FileError, locate, realFileSystem } from '../runner/files.js';
import { writeReportFile } from '../runner/report-file.js';
import type { Console, Environment } from './console.js';

const EXAMPLE = 'gl-code-quality-report.json';

/**
 * In a GitLab job: writes the Code Quality report to the file that the job itself names in
 * `artifacts:reports:codequality`, and says so, or says what to add. A file that is there already is somebody else's.
 * @returns false when that file could not be written.
 */
export function reportForGitlab(report: Report, console: Console): boolean {
  const named = codeQualityFile(console.env);
  if (named === undefined) {
    console.say(
      `note: to see the findings in merge requests, run check with --reporter gitlab=${EXAMPLE} and name that file in artifacts:reports:codequality of this job.`,
    );
    return true;
  }
  const { name, path } = named;
  if (existsSync(path)) {
    console.say(
      `note: ${name} is there already, so no Code Quality report was written. Name a file of its own: --reporter gitlab=<file>.`,
    );
    return true;
  }
  const problem = writeReportFile(path, renderReport('gitlab', report, console.resultTerminal));
  if (problem === undefined) {
    console.say(
      `note: wrote the Code Quality report to ${name}, which this job names in artifacts:reports:codequality.`,
    );
    return true;
  }
  console.say(`error: the Code Quality report could not be written: ${name} ${problem}.`);
  return false;
}

/** The file that the running job names, where its configuration does so in so many words. */
function codeQualityFile(env: Environment): { name: string; path: string } | undefined {
  const { CI_PROJECT_DIR: folder, CI_JOB_NAME: job, CI_CONFIG_PATH: config } = env;
  if (!folder || !job) return undefined;
  const named = valueAt(readYaml(join(folder, config || '.gitlab-ci.yml')), [
    job,
    'artifacts',
    'reports',
    'codequality',
  ]);
  const [name] = Array.isArray(named) && named.length === 1 ? named : [named];
  // A pattern or a variable names no one file.
  if (typeof name !== 'string' || !/^[^*?$[\]{}]+$/.test(name)) return undefined;
  const path = resolve(folder, name);
  return staysInside(folder, path) ? { name, path } : undefined;
}

/** Whether the report stays in the repository, through symbolic links too: nobody named this file on the command line. */
function staysInside(folder: string, path: string): boolean {
  try {
    locate(realFileSystem, folder, projectPath(folder, path));
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'), { logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return valueAt(Object.entries(value).find(([name]) => name === key)?.[1], rest);
}
