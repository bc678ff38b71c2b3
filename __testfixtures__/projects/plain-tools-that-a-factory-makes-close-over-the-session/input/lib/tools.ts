import { z } from 'zod';
import { track } from './track';

function createTools({ userId }: { userId: string }) {
  return {
    search: {
      description: 'search',
      inputSchema: z.object({ q: z.string() }),
      execute: async ({ q }: { q: string }) => {
        track(userId, 'searched');
        return q;
      },
    },
    open: {
      description: 'open',
      inputSchema: z.object({ id: z.string() }),
      execute: async ({ id }: { id: string }) => {
        track(userId, 'opened');
        return id;
      },
    },
  };
}

export type ToolName = keyof ReturnType<typeof createTools>;

export function toolsFor(names: ToolName[], userId: string) {
  const all = createTools({ userId });
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

export const allTools = (userId: string) => createTools({ userId });
