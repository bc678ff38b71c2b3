// @file app/api/mcp/route.ts
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { createMcpHandler } from 'mcp-handler';
import { authenticate } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

const handler = createMcpHandler(() => {});

export async function POST(request: Request) {
  const caller = await authenticate(request);
  signal.capture({ distinctId: caller.userId, event: 'called' });
  const server = new McpServer({ name: 'shop', version: '1' });
  server.tool('orders', {}, async () => {
    signal.capture({ distinctId: caller.userId, event: 'orders_listed' });
    return { content: [] };
  });
  const transport = new StreamableHTTPServerTransport();
  await server.connect(transport);
  return transport.handleRequest(request);
}

export async function DELETE(request: Request) {
  signal.capture({ distinctId: 'agent', event: 'closed' });
  return handler(request);
}
