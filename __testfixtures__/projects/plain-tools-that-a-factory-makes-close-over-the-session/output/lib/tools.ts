import { z } from 'zod';
import { track } from './track';
import type { SessionInfo } from './signal-server';

function createTools({
  userId,
  session,
}: {
  userId: string;
  session?: SessionInfo;
}) {
  return {
    search: {
      description: 'search',
      inputSchema: z.object({ q: z.string() }),
      execute: async ({ q }: { q: string }) => {
        track(userId, 'searched', session);
        return q;
      },
    },
    open: {
      description: 'open',
      inputSchema: z.object({ id: z.string() }),
      execute: async ({ id }: { id: string }) => {
        track(userId, 'opened', session);
        return id;
      },
    },
  };
}

export type ToolName = keyof ReturnType<typeof createTools>;

export function toolsFor(
  names: ToolName[],
  userId: string,
  session?: SessionInfo,
) {
  const all = createTools({ userId, session });
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}

export const allTools = (userId: string, session?: SessionInfo) =>
  createTools({ userId, session });
