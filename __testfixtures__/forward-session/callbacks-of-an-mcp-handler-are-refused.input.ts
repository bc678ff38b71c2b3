// @file app/api/[transport]/route.ts
import { createMcpHandler } from 'mcp-handler';
import { createBot } from 'some-bot';
import { signal } from '@/lib/signal-server';

const handler = createMcpHandler(
  async (server) => {
    server.tool('ask', 'Answers a question', {}, async ({ question }) => {
      signal.capture({ distinctId: 'mcp', event: 'asked', properties: { question } });
    });
    server.registerTool('look', {}, async () => {
      signal.capture({ distinctId: 'mcp', event: 'looked' });
    });
  },
  {},
  { basePath: '/api' },
);

const bot = createBot((app) => {
  app.command('start', async (context) => {
    signal.capture({ distinctId: context.from.id, event: 'started' });
  });
});

export { handler as GET, handler as POST, bot as PUT };
