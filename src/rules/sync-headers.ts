import { spanOf } from '../analysis/expressions.js';
import type { SyncHeadersCall } from '../analysis/model.js';
import type { Finding } from './finding.js';

/** `headers()` without `await`: a type error in Next.js 15; in 16 a run-time error, or nothing to read. */
export function syncHeaders(path: string, { call, fixable }: SyncHeadersCall): Finding {
  return {
    rule: 'sync-headers',
    severity: fixable ? 'error' : 'warning',
    path,
    ...spanOf(call.node),
    message:
      'headers() is read without await, which Next.js 15 rejects in the type check; in 16 no session can be read from the promise.',
    labelText: 'this is a promise',
    labels: [],
    fixedBy: fixable ? 'migrate' : undefined,
    help: fixable
      ? undefined
      : 'Make the function async, await it where it is called, and write `await headers()`.',
  };
}
