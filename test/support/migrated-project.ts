import { join, posix } from 'node:path';
import { foundIn } from '../../src/inspect/findings.js';
import { type Inspection, type InspectOptions, inspectProject } from '../../src/inspect/inspect.js';
import { planMigrate } from '../../src/inspect/plan-migrate.js';
import { stagePlan } from '../../src/inspect/stage-plan.js';
import { ledgerOf, refusalsOf, withheldIn } from '../../src/inspect/tally.js';
import { detectProject } from '../../src/project/detect.js';
import type { Project } from '../../src/project/model.js';
import { assertLedger, type Ledger } from '../../src/report/ledger.js';
import type { Finding } from '../../src/rules/finding.js';
import { positionAt } from '../../src/source/positions.js';
import type { Expected, ExpectedRefusal, Texts } from './project-fixtures.js';
import { type ProjectFolder, withProject } from './project-folder.js';

/** What `migrate` and `check` made of a project; paths are relative to the folder, not to the app. */
export interface MigratedProject {
  /** The files that were written, with their text afterwards. */
  readonly changed: Texts;
  /** Why files were not written, each a defect of ours. */
  readonly failures: readonly string[];
  /** What would still be written by a second run, with the summary. */
  readonly leftToDo: readonly string[];
  /** The errors of `check` afterwards. */
  readonly errors: readonly string[];
  /** The refused calls before, by place. */
  readonly refused: Readonly<Record<string, ExpectedRefusal>>;
  /** The calls of helpers that no session comes through before, by place. */
  readonly withheld: Readonly<Record<string, string>>;
  /** The reasons of those that are left afterwards. */
  readonly stillWithheld: readonly string[];
  readonly before: Ledger;
  readonly after: Ledger;
}

/** Runs `migrate` over a copy of a project, in process, and inspects what it wrote. */
export async function migrated(
  texts: Texts,
  { app = '.', options = {} }: Expected,
): Promise<MigratedProject> {
  const folder = withProject(texts);
  try {
    return await migrateIn(folder, app, { distinctId: 'header-first', ...options });
  } finally {
    folder.remove();
  }
}

async function migrateIn(
  folder: ProjectFolder,
  app: string,
  options: InspectOptions,
): Promise<MigratedProject> {
  const project = projectIn(folder, app);
  const before = inspectProject(project, options);
  const run = stagePlan(before, planMigrate(before), options, planMigrate);
  const changed: Record<string, string> = {};
  const failures = [...troublesOf(before)];
  for (const file of run.files) {
    const path = posix.join(app, file.path);
    if (file.kind === 'failed') failures.push(`${path}: ${file.reason}`);
    else changed[path] = file.after;
  }
  const refused = await refusedIn(before, app);
  const withheld = reasonsByPlace(before, app);

  for (const [path, text] of Object.entries(changed)) folder.write(path, text);
  const after = inspectProject(project, options);
  const errors = (await openFindings(after)).filter(({ severity }) => severity === 'error');
  return {
    changed,
    failures: [...failures, ...troublesOf(after)],
    leftToDo: planMigrate(after).changes.map(({ path, summary }) => `${posix.join(app, path)}: ${summary}`),
    errors: errors.map(({ rule, message, ...at }) => `${placeOf(at, after, app)} ${rule}: ${message}`),
    refused,
    withheld,
    stillWithheld: Object.values(reasonsByPlace(after, app)),
    before: checkedLedger(before),
    after: checkedLedger(after),
  };
}

/** The app of a folder, as the commands see it. */
export function projectIn({ root }: ProjectFolder, app: string): Project {
  const found = detectProject(join(root, app), {});
  if (found.kind !== 'project') throw new Error(`${app} is no Next.js app: ${JSON.stringify(found)}`);
  return found.project;
}

async function openFindings(inspection: Inspection): Promise<Finding[]> {
  const found = await foundIn(inspection);
  return found.flatMap(({ finding, suppressedBy }) => (suppressedBy ? [] : [finding]));
}

function troublesOf({ problems, defects }: Inspection): string[] {
  return [...problems, ...defects].map(({ path, message }) => `${path}: ${message}`);
}

async function refusedIn(inspection: Inspection, app: string): Promise<Record<string, ExpectedRefusal>> {
  const labels = new Map(
    (await openFindings(inspection))
      .filter(({ rule }) => rule === 'session-refused')
      .map((finding) => [
        placeOf(finding, inspection, app),
        finding.labels.map((label) => placeOf(label, inspection, app)),
      ]),
  );
  const entries = refusalsOf(inspection).flatMap(({ reason, places }) =>
    places.map(({ path, line }): [string, ExpectedRefusal] => {
      const place = `${posix.join(app, path)}:${line}`;
      const named = labels.get(place) ?? [];
      return [place, named.length === 0 ? reason : { reason, places: named }];
    }),
  );
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })));
}

function reasonsByPlace(inspection: Inspection, app: string): Record<string, string> {
  return Object.fromEntries(
    withheldIn(inspection).flatMap(({ reason, places }) =>
      places.map(({ path, line }) => [`${posix.join(app, path)}:${line}`, reason]),
    ),
  );
}

function placeOf(
  { path, start }: Pick<Finding, 'path' | 'start'>,
  { host }: Inspection,
  app: string,
): string {
  return `${posix.join(app, path)}:${positionAt(host.text(path) ?? '', start).line}`;
}

function checkedLedger(inspection: Inspection): Ledger {
  const ledger = ledgerOf(inspection);
  assertLedger(ledger);
  return ledger;
}
