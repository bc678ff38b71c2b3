import { createMcpHandler } from 'mcp-handler';
import { signal } from '@/lib/signal-server';

const handler = createMcpHandler((server) => {
  server.tool('orders', {}, async () => {
    signal.capture({ distinctId: 'agent', event: 'tool_called' });
    return { content: [] };
  });
});

export { handler as GET, handler as POST };
