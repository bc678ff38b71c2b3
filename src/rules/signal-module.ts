import type { SignalModule } from '../analysis/find-signal-module.js';
import type { Finding } from './finding.js';

/** No module of the project reads the session from a request yet. */
export function signalModuleFinding(signalModule: SignalModule): Finding | undefined {
  const shared = {
    severity: 'error',
    start: 0,
    end: 0,
    labels: [],
    fixedBy: 'init',
    help: undefined,
  } as const;
  if (signalModule.kind === 'absent') {
    return {
      ...shared,
      rule: 'signal-module-missing',
      path: signalModule.path,
      message: `There is no ${signalModule.path}, so server code has no getSessionInfo() to read the session with.`,
      labelText: 'this file would be created',
    };
  }
  if (signalModule.facts.reader.kind !== 'none') return undefined;
  return {
    ...shared,
    rule: 'signal-module-incomplete',
    path: signalModule.path,
    message: `${signalModule.path} exports no getSessionInfo(), so server code has nothing to read the session with.`,
    labelText: 'getSessionInfo would be added to this file',
  };
}
