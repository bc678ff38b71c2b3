// Generated from templates/ by `npx vitest run test/templates -u`: what each version generates, told by its fingerprints.
// A released version stays, so that its modules are recognised.

import type { RecordedTemplate } from './template-parts.js';

export const TEMPLATE_HISTORY: readonly RecordedTemplate[] = [
  {
    version: '0.1.0',
    ts: {
      client: {
        endpoint: { code: 'dc86a01052d5accf', doc: '' },
        signal: { code: '40bca3477eb71d28', doc: '62e7ce869b4abfd2' },
      },
      session: {
        SessionInfo: { code: '9f527c371072167f', doc: '97ce081fb2cb3bc5' },
        HeaderGetter: { code: '52658dfe3d28c42e', doc: '' },
        HeaderRecord: { code: '06aa26085ed14ccc', doc: '' },
        HeaderOwner: { code: '8e07d09506573e1b', doc: '' },
        RequestOwner: { code: '85119da877466e85', doc: '' },
        Source: { code: 'a6348ae77230b48c', doc: '9f64fffa19d1a699' },
        getSessionInfo: { code: '5ab38fcb16ed00c4', doc: '4fbd34943e3c26ab' },
        findHeaders: { code: 'c6fbc9889a80b195', doc: '' },
        isObject: { code: '2285242637f42f93', doc: '' },
        isHeaderGetter: { code: '44c36edd19d5097e', doc: '' },
        readId: { code: '77f7a56ddc0f478a', doc: '8c1661d1e69b2051' },
        decode: { code: '1a509df94be3edbe', doc: '' },
      },
    },
    js: {
      client: {
        endpoint: { code: 'dc86a01052d5accf', doc: '' },
        signal: { code: '40bca3477eb71d28', doc: '62e7ce869b4abfd2' },
      },
      session: {
        getSessionInfo: { code: 'ec7d5e410d15e551', doc: 'c768527114a475ec' },
        findHeaders: { code: 'e9abc457449aa653', doc: '7ffdf75bf952e2b2' },
        isObject: { code: '0e35a7c30f2470e7', doc: '7b5518cbc1acfe72' },
        isHeaderGetter: { code: '660a5ecd570b8e38', doc: '1af42ae5b8b391b7' },
        readId: { code: '1531a26a2c23c849', doc: '690c3116534a4496' },
        decode: { code: '092c62b1c7a63814', doc: 'e6da01836d16d95d' },
      },
    },
  },
];
