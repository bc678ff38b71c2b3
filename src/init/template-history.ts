// Generated from templates/ by `npx vitest run test/templates -u`: what each version generates, told by its fingerprints.
// A released version stays, so that its modules are recognised.

import type { RecordedTemplate } from './template-parts.js';

export const TEMPLATE_HISTORY: readonly RecordedTemplate[] = [
  {
    version: '0.1.0',
    ts: {
      client: {
        endpoint: { code: 'adbb7ae23b4754e6', doc: '' },
        signal: { code: 'c6ffb085010e5144', doc: 'c37b839ccbaa82f8' },
      },
      session: {
        SessionInfo: { code: 'dc79754e46dfabac', doc: '97ce081fb2cb3bc5' },
        HeaderGetter: { code: '9c665cfa9da3c511', doc: '' },
        HeaderRecord: { code: 'ec85297205f16667', doc: '' },
        HeaderOwner: { code: '72a586b382d6ad01', doc: '' },
        RequestOwner: { code: '56286dce1e454cbe', doc: '' },
        Source: { code: 'fc2dafedce238418', doc: '9f64fffa19d1a699' },
        getSessionInfo: { code: '0e9fc1cfe1e39fda', doc: '4fbd34943e3c26ab' },
        findHeaders: { code: '60ac340e78eb2b41', doc: '' },
        isObject: { code: '03bcc6905c4efad8', doc: '' },
        isHeaderGetter: { code: '05677b3d235ae1be', doc: '' },
        readId: { code: 'a3b1576a1d32a481', doc: '8c1661d1e69b2051' },
        decode: { code: '85d897f5385bc50b', doc: '' },
      },
    },
    js: {
      client: {
        endpoint: { code: 'adbb7ae23b4754e6', doc: '' },
        signal: { code: 'c6ffb085010e5144', doc: 'c37b839ccbaa82f8' },
      },
      session: {
        getSessionInfo: { code: '6235155665821cfc', doc: '4fbd34943e3c26ab' },
        findHeaders: { code: '2fe1952dd924d339', doc: '' },
        isObject: { code: 'e08f1b60b2655925', doc: '' },
        isHeaderGetter: { code: 'a6d86ac5a59d2c99', doc: '' },
        readId: { code: '4e81607a869181ab', doc: '8c1661d1e69b2051' },
        decode: { code: '0f7d19274c2e1fbe', doc: '' },
      },
    },
  },
];
