import type { OutdatedPart } from '../analysis/template-version.js';
import type { Finding } from './finding.js';

/** The parts of the Signal module that an earlier version generated and nobody has changed since; one finding for all. */
export function signalModuleOutdated(path: string, parts: readonly OutdatedPart[]): Finding | undefined {
  const [first] = parts;
  const [declaration] = first?.declarations ?? [];
  if (!first || !declaration) return undefined;
  return {
    rule: 'signal-module-outdated',
    severity: 'error',
    path,
    start: declaration.node.start ?? 0,
    end: declaration.node.end ?? 0,
    message: `${path} is as signal-next ${first.version} generated it, so the app misses what was corrected in the template since then.`,
    labelText: 'generated from here on, and not changed since',
    labels: [],
    fixedBy: 'init',
    help: undefined,
  };
}
