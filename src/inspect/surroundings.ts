import type { Surroundings } from '../source/rewrite.js';
import { isOfProject } from '../source/specifiers.js';
import type { Inspection } from './inspect.js';

/** What a rewrite of the file at `path` has to know of the project. */
export function surroundingsOf({ project, host }: Inspection, path: string): Required<Surroundings> {
  return {
    isFormatted: project.isFormatted,
    isProjectFile: (specifier) => isOfProject(specifier, host.resolve(specifier, path)),
  };
}
