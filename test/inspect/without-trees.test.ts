import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gate } from '../../src/gate/gate.js';
import { addedLines } from '../../src/inspect/added-lines.js';
import { coverageOf } from '../../src/inspect/coverage.js';
import { foundIn } from '../../src/inspect/findings.js';
import { hunksOf } from '../../src/inspect/hunks.js';
import { type Inspection, inspectProject } from '../../src/inspect/inspect.js';
import { candidateOf, planStaged } from '../../src/inspect/staged-plan.js';
import { ledgerOf, refusalsOf } from '../../src/inspect/tally.js';
import { projectIn } from '../project/folders.js';
import { projectFixtures } from '../support/project-fixtures.js';
import { withProject } from '../support/project-folder.js';

async function everythingOf(inspection: Inspection) {
  const baseline = { path: '', entries: [] };
  const { findings, spared } = gate(await foundIn(inspection), inspection, { baseline, isAbout: undefined });
  const added = addedLines(inspection);
  return {
    findings: findings.map((one) => ({ ...one, identity: one.identity(), added: added(one) })),
    spared,
    ledger: ledgerOf(inspection),
    refusals: refusalsOf(inspection),
    coverage: coverageOf(inspection),
    calls: inspection.analyses.flatMap(({ calls }) => calls),
    suppressions: inspection.analyses.map(({ file, suppressions }) => [file.path, suppressions]),
    defects: inspection.defects,
    problems: inspection.problems,
  };
}

test.each(projectFixtures())(
  '$name: nothing depends on which trees are kept',
  async ({ input, expected }) => {
    const folder = withProject(input);
    try {
      const project = projectIn(join(folder.root, expected.app ?? '.'));
      const options = { distinctId: 'header-first', ...expected.options } as const;
      const kept = { ...options, mostTrees: Number.POSITIVE_INFINITY };
      const few = { ...options, mostTrees: 0 };
      expect(await everythingOf(inspectProject(project, few))).toEqual(
        await everythingOf(inspectProject(project, kept)),
      );
      const [planned, plannedOfFew] = [planStaged(project, kept), planStaged(project, few)];
      expect(plannedOfFew.plan).toEqual(planned.plan);
      expect(plannedOfFew.run.files).toEqual(planned.run.files);
      expect(candidateOf(plannedOfFew)).toEqual(candidateOf(planned));
      expect(hunksOf(plannedOfFew.inspection, plannedOfFew.plan, plannedOfFew.run)).toEqual(
        hunksOf(planned.inspection, planned.plan, planned.run),
      );
    } finally {
      folder.remove();
    }
  },
);
