import { type Hunk, hunksOf } from '../inspect/hunks.js';
import type { StagedPlan } from '../inspect/staged-plan.js';
import { editedTexts } from '../inspect/taken-back.js';
import { refusalsOf } from '../inspect/tally.js';
import { sessionNotForwarded } from '../rules/session-not-forwarded.js';
import type { ReadyFile } from '../runner/stage.js';
import { type Edit, sortEdits } from '../source/edit.js';
import { hashOf } from '../source/hash.js';
import { positionAt } from '../source/positions.js';
import { version } from '../version.js';
import {
  PLAN_SCHEMA_VERSION,
  type PlanFile,
  type PlannedFile,
  type PlannedHunk,
  type PlannedOptions,
  type PlannedProject,
} from './model.js';

/** The plan of a run, as text. */
export function planText(options: PlannedOptions, projects: readonly PlannedProject[]): string {
  const plan: PlanFile = {
    $schema: './node_modules/signal-next/schemas/migrate-plan.v1.schema.json',
    schemaVersion: PLAN_SCHEMA_VERSION,
    tool: { name: 'signal-next', version: version() },
    options,
    projects,
  };
  return `${JSON.stringify(plan, null, 2)}\n`;
}

/** What is planned for one app. */
export function plannedProject(
  app: { readonly directory: string; readonly name: string },
  { inspection, plan, run }: StagedPlan,
  files: readonly ReadyFile[],
): PlannedProject {
  const written = new Set(files.map(({ path }) => path));
  const edited = editedTexts(plan);
  const textOf = (path: string): string => inspection.host.text(path) ?? '';
  return {
    directory: app.directory,
    name: app.name,
    hunks: hunksOf(inspection, plan, run)
      .filter(({ path }) => written.has(path))
      .map((hunk) => plannedHunk(hunk, textOf(hunk.path))),
    files: files.map((file) => plannedFile(file, edited.get(file.path)?.edits ?? [])),
    refused: refusalsOf(inspection).flatMap(({ reason, title, instead, places }) =>
      places.map(({ path, line }) => ({ path, line, reason, title, instead })),
    ),
  };
}

function plannedHunk(hunk: Hunk, text: string): PlannedHunk {
  const { id, kind, path, name, calls, handsTo, needs } = hunk;
  return {
    id,
    kind,
    path,
    function: name ?? null,
    calls: calls.map((call) => ({
      method: call.method,
      line: positionAt(text, call.callee.start).line,
      verdict: 'fixable',
      why: sessionNotForwarded(call)?.message ?? null,
      scope: call.scope ? { kind: call.scope.kind, name: call.scope.name } : null,
    })),
    handsTo: handsTo.map((helper) => ({ path: helper.path, function: helper.name })),
    needs,
  };
}

function plannedFile({ path, before, after, summary }: ReadyFile, edits: readonly Edit[]): PlannedFile {
  if (before === undefined) return { action: 'create', path, summary, after: hashOf(after), text: after };
  return {
    action: 'edit',
    path,
    summary,
    before: hashOf(before),
    after: hashOf(after),
    edits: sortEdits(edits).map(({ start, end, text }) => ({ start, end, text })),
  };
}
