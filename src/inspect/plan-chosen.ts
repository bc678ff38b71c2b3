import type { Project } from '../project/model.js';
import type { StagedRun } from '../runner/stage.js';
import type { LeftOut } from './hunks.js';
import { type Inspection, type InspectOptions, inspectProject } from './inspect.js';
import type { Plan } from './plan.js';
import { planMigrate, planSession } from './plan-migrate.js';
import { stagePlan } from './stage-plan.js';

/** What `migrate` would write in one app, and the inspection that says so. */
export interface StagedPlan {
  readonly inspection: Inspection;
  readonly plan: Plan;
  readonly run: StagedRun;
}

/** Plans and stages a migration without what is left out, and without all that only that needed. */
export function planChosen(project: Project, options: InspectOptions, leftOut: LeftOut): StagedPlan {
  const { spared, provider } = leftOut;
  const inspect = spared.size > 0 ? { ...options, spared } : options;
  const planOf = provider ? planSession : planMigrate;
  const inspection = inspectProject(project, inspect);
  const plan = planOf(inspection);
  return { inspection, plan, run: stagePlan(project, plan, inspect, planOf) };
}
