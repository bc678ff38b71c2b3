import { ownPackage } from './own-package.js';

/** The version of this package, from its own package.json. */
export function version(): string {
  return ownPackage()?.version ?? 'unknown';
}
