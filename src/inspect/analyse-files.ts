import { analyzeAlone, analyzeProject, type ProjectAnalysis } from '../analysis/analyze-project.js';
import type { SignalClients } from '../analysis/clients.js';
import type { AnalysisContext, FileAnalysis } from '../analysis/model.js';
import { forgetFile } from '../analysis/program.js';
import { isTestFile } from '../analysis/route-files.js';
import type { ProjectModuleHost } from '../project/module-host.js';
import type { SourceFile } from '../source/parse.js';
import { type InspectedFile, withoutTree } from './inspected-file.js';

/** So many trees are no trouble: each takes about a megabyte. */
const MOST_TREES = 24;

export interface InspectedFiles extends ProjectAnalysis {
  readonly analyses: readonly InspectedFile[];
}

/**
 * Analyses files as one project. Where they are many, the trees of those that no other file has a say in are given up
 * one after the other, so that the memory of a run does not grow with the Signal calls of an app.
 */
export function analyseFiles(
  paths: readonly string[],
  host: ProjectModuleHost,
  context: AnalysisContext,
  clients: SignalClients,
  mostTrees = MOST_TREES,
): InspectedFiles {
  const filesOf = (some: readonly string[]): SourceFile[] => some.flatMap((path) => host.load(path) ?? []);
  if (paths.length <= mostTrees) return analyzeProject(filesOf(paths), context, clients);
  const alone = new Map<string, InspectedFile>();
  for (const path of paths) {
    const analysis = isTestFile(path) ? undefined : aloneIn(path, host, context, clients);
    if (!analysis) continue;
    const again = (): FileAnalysis => {
      const found = aloneIn(path, host, context, clients);
      if (!found) throw new Error(`${path} was analysed by itself before`);
      return found;
    };
    alone.set(path, withoutTree(analysis, context, again));
    if (host.release(path)) forgetFile(analysis.file);
  }
  const isTogether = (path: string): boolean => !alone.has(path);
  let together = analyzeProject(filesOf(paths.filter(isTogether)), context, clients);
  // A helper of others is called in them: what such a file has to do is decided with the rest.
  const called = together.analyses.filter(({ file }) => alone.has(file.path));
  if (called.length > 0) {
    for (const { file } of called) alone.delete(file.path);
    together = analyzeProject(filesOf(paths.filter(isTogether)), context, clients);
  }
  const place = new Map(paths.map((path, index) => [path, index]));
  const placeOf = ({ file }: FileAnalysis): number => place.get(file.path) ?? paths.length;
  return {
    analyses: [...alone.values(), ...together.analyses].sort((a, b) => placeOf(a) - placeOf(b)),
    defects: together.defects,
  };
}

/** Undefined also where the analysis fails, which the one of all files reports. */
function aloneIn(
  path: string,
  host: ProjectModuleHost,
  context: AnalysisContext,
  clients: SignalClients,
): FileAnalysis | undefined {
  const file = host.load(path);
  try {
    return file && analyzeAlone(file, context, clients);
  } catch {
    return undefined;
  }
}
