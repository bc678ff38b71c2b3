import type { Reply, Request } from '../protocol.js';
import type { Checker } from './checker.js';
import { openClassic } from './classic.js';
import { openNative } from './native.js';

/** The process that runs the project's TypeScript: one question at a time, over the channel to its parent. */
let checker: Checker | undefined;

async function answer(request: Request): Promise<Reply> {
  switch (request.kind) {
    case 'open': {
      const open = request.compiler.kind === 'classic' ? openClassic : openNative;
      checker = await open(request);
      return { kind: 'opened' };
    }
    case 'check':
      if (!checker) return { kind: 'failed', message: 'nothing was opened' };
      return { kind: 'checked', diagnostics: checker.check(new Map(request.texts)) };
  }
}

process.on('message', (request: Request) => {
  answer(request)
    .catch(
      (error): Reply => ({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
    )
    .then((reply) => process.send?.(reply));
});
process.on('disconnect', () => process.exit());
