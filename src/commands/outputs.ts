import { isSourceFile } from '../project/source-files.js';
import { REPORTER_NAMES, type ReporterName } from '../report/reporter-names.js';
import { UsageError } from '../runner/errors.js';
import type { Environment } from './console.js';

/** One `--reporter <name>[=file]`. */
export interface NamedOutput {
  readonly reporter: ReporterName;
  /** Undefined for stdout. */
  readonly file: string | undefined;
}

/** Where the report of one run goes. */
export interface Outputs {
  readonly stdout: ReporterName | undefined;
  readonly files: readonly { readonly reporter: ReporterName; readonly file: string }[];
  /** The service that the run is part of, which gets what it can show without being asked. */
  readonly service: 'github' | 'gitlab' | undefined;
}

/** Reads `<name>[=file]`; undefined when the name is none or the file is empty. */
export function parseOutput(value: string): NamedOutput | undefined {
  const at = value.indexOf('=');
  const name = at === -1 ? value : value.slice(0, at);
  const reporter = REPORTER_NAMES.find((one) => one === name);
  const file = at === -1 ? undefined : value.slice(at + 1);
  return reporter === undefined || file?.trim() === '' ? undefined : { reporter, file };
}

/**
 * What `--reporter` and `--json` ask for. Beside the report for a person, and reports in files, a CI service that the
 * run is part of gets its own, unless that is among those named; with another report on stdout nothing else is.
 * @throws UsageError when two reports would go to stdout or to one file, or one would replace a source file.
 */
export function outputsOf(
  { json, reporter = [] }: { readonly json: boolean; readonly reporter?: readonly NamedOutput[] },
  env: Environment,
): Outputs {
  const named = json ? [{ reporter: 'json' as const, file: undefined }, ...reporter] : reporter;
  const service = serviceOf(env);
  if (named.length === 0) return { stdout: 'pretty', files: [], service };
  const [first, second] = named.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined) {
    throw new UsageError(
      `The reports ${first.reporter} and ${second.reporter} would both go to stdout. Give one of them a file, e.g. --reporter ${second.reporter}=report.${second.reporter}.`,
    );
  }
  const files = named.flatMap(({ reporter: one, file }) =>
    file === undefined ? [] : [{ reporter: one, file }],
  );
  const twice = files.find(({ file }, index) => files.findIndex((one) => one.file === file) !== index);
  if (twice)
    throw new UsageError(`Two reports would be written to ${twice.file}. Give each a file of its own.`);
  const source = files.find(({ file }) => isSourceFile(file));
  if (source)
    throw new UsageError(
      `The ${source.reporter} report would take the place of the source file ${source.file}. Name another file, e.g. --reporter ${source.reporter}=report.${source.reporter}.`,
    );
  const stdout = first?.reporter;
  const isForPeople = stdout === undefined || stdout === 'pretty';
  const hasService = isForPeople && !files.some(({ reporter: one }) => one === service);
  return { stdout, files, service: hasService ? service : undefined };
}

function serviceOf({ GITHUB_ACTIONS, GITLAB_CI }: Environment): Outputs['service'] {
  if (GITHUB_ACTIONS === 'true') return 'github';
  return GITLAB_CI === 'true' ? 'gitlab' : undefined;
}
