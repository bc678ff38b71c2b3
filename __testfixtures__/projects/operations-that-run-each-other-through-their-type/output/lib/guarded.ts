import type { Operation } from './operation';

export function guarded(inner: Operation): Operation {
  return {
    async run(input, session) {
      if (input.userId !== '') await inner.run(input, session);
    },
  };
}
