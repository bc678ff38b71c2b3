import { join } from 'node:path';
import { foundIn } from '../inspect/findings.js';
import { type Inspection, type InspectOptions, inspectProject } from '../inspect/inspect.js';
import type { Found } from '../inspect/suppressed-findings.js';
import { isFile, projectPath } from '../project/files.js';
import { isNobodysSource, isOwnByItsPath, isSourceFile } from '../project/source-files.js';
import type { Finding } from '../rules/finding.js';
import { matchBaseline } from './baseline.js';
import type { ChangedFiles } from './changed-files.js';
import { identitiesIn } from './gate.js';
import type { Identity } from './identity.js';

/**
 * What a change has brought about: what is open now and was not at the base, in whichever file. A call may become a
 * Signal call by a change of a barrel that it imports from, a call that was refused may be fixed, and the provider may
 * go: none of that shows where it is found.
 * @param inspection of the whole app
 * @param options what it was made with
 */
export async function broughtAbout(
  found: readonly Found[],
  inspection: Inspection,
  options: InspectOptions,
  changes: ChangedFiles,
): Promise<ReadonlySet<Finding>> {
  const texts = textsAtBase(inspection, changes);
  if (texts.size === 0) return new Set();
  const base = inspectProject(inspection.project, options, texts, inspection);
  const then = comparable(await foundIn(base), base);
  const open = found.filter(({ suppressedBy }) => suppressedBy === undefined);
  const match = matchBaseline(
    comparable(open, inspection),
    then.map((identity) => ({ ...identity, at: undefined })),
    (path) => inspection.host.text(path) !== undefined,
  );
  return new Set(open.flatMap(({ finding }, index) => (match.known.has(index) ? [] : [finding])));
}

/** What no command could fix before is new when one can. */
function comparable(found: readonly Found[], inspection: Inspection): Identity[] {
  const open = found.filter(({ suppressedBy }) => suppressedBy === undefined).map(({ finding }) => finding);
  return identitiesIn(open, inspection).map((identity, index) => ({
    ...identity,
    rule: `${identity.rule} ${open[index]?.severity}`,
  }));
}

/** What the changed source files were at the base; empty for those of a submodule, of which that is not known. */
function textsAtBase(inspection: Inspection, changes: ChangedFiles): ReadonlyMap<string, string> {
  const { project, host } = inspection;
  const { root } = project;
  const listed = new Set([...inspection.paths, ...host.linked()]);
  const isCompared = (path: string): boolean => {
    if (listed.has(path)) return true;
    if (path.startsWith('../')) return isSourceFile(path) && !isNobodysSource(path);
    return isOwnByItsPath(project, path) && !isFile(join(root, path));
  };
  const changed = [...changes.paths].filter((path) => isCompared(projectPath(root, path)));
  const texts = new Map([...changes.before(changed)].map(([path, text]) => [projectPath(root, path), text]));
  for (const path of listed) if (!texts.has(path) && changes.has(join(root, path))) texts.set(path, '');
  return texts;
}
