import type { ModuleHost } from './module-host.js';
import type { ReasonId } from './reasons.js';

/** Whether a file belongs to another package of the workspace, which the app compiles from source. */
export function isOfAnotherPackage(path: string): boolean {
  return path.startsWith('../');
}

/** Why a file that this run may not change stays as it is. */
export function reasonToLeave({ packageOf }: ModuleHost, path: string): ReasonId {
  return packageOf?.(path)?.isPublished ? 'published-package' : 'outside-project';
}
