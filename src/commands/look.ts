import { join } from 'node:path';
import { broughtAbout } from '../gate/brought-about.js';
import { type Gated, gate, hangsOn } from '../gate/gate.js';
import { foundIn } from '../inspect/findings.js';
import { type Inspection, type InspectOptions, inspectProject } from '../inspect/inspect.js';
import type { Finding } from '../rules/finding.js';
import type { AskedApp } from './asked-apps.js';
import type { Baseline } from './baseline.js';
import type { CheckOptions } from './check.js';

/** What was found in an app, and what of that the run is about. */
export interface Look {
  readonly inspection: Inspection;
  readonly gated: Gated;
}

/** Looks at an app as it is now. */
export async function look(
  { app, isNamed, files, changes: changesNow }: AskedApp,
  baseline: Baseline,
  { only, exclude, include, fix }: CheckOptions,
): Promise<Look> {
  const changes = changesNow();
  const options: InspectOptions = {
    only,
    exclude,
    include,
    distinctId: 'header-first',
    // What is not to be fixed is known only where everything is looked at.
    asked: fix ? undefined : files,
  };
  const inspection = inspectProject(app.project, options);
  const found = await foundIn(inspection);
  if (changes === undefined) {
    const isAbout = isNamed && ((finding: Finding) => hangsOn(finding, isNamed));
    return { inspection, gated: gate(found, inspection, { baseline, isAbout }) };
  }
  const { root } = app.project;
  const isChanged = (path: string): boolean => changes.has(join(root, path)) && (isNamed?.(path) ?? true);
  const isAbout = (finding: Finding): boolean => hangsOn(finding, isChanged);
  const gated = gate(found, inspection, { baseline, isAbout });
  const isMeant = (finding: Finding): boolean => isNamed === undefined || hangsOn(finding, isNamed);
  if (!gated.others.some(isMeant)) return { inspection, gated };
  const brought = await broughtAbout(found, inspection, options, changes);
  const isAboutToo = (finding: Finding): boolean =>
    isAbout(finding) || (brought.has(finding) && isMeant(finding));
  return { inspection, gated: gate(found, inspection, { baseline, isAbout: isAboutToo }) };
}
