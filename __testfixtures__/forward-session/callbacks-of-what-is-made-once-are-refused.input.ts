// @file app/api/chat/route.ts
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { createAgent } from 'some-agents';
import { signal } from '@/lib/signal-server';

let server: McpServer | undefined;
let agent: ReturnType<typeof createAgent> | undefined;
let runner: ReturnType<typeof createAgent> | null = null;
const agents = new Map<string, ReturnType<typeof createAgent>>();
const shared = globalThis as unknown as { bus?: ReturnType<typeof createAgent> };

export async function POST(request: Request) {
  if (!server) {
    server = new McpServer({ name: 'shop', version: '1' });
    server.tool('ask', {}, async ({ question }) => {
      signal.capture({ distinctId: 'mcp', event: 'asked', properties: { question } });
    });
  }
  return server.handle(request);
}

export async function PUT(request: Request) {
  if (agent) return agent.run(request);
  agent = createAgent({
    onFinish: (result) => {
      signal.capture({ distinctId: result.userId, event: 'finished' });
    },
  });
  runner ??= createAgent({
    onFinish: (result) => signal.capture({ distinctId: result.userId, event: 'ran' }),
  });
  return agent.run(request);
}

export async function PATCH(request: Request) {
  const { team } = await request.json();
  let known = agents.get(team);
  if (!known) {
    known = createAgent({
      onFinish: (result) => signal.capture({ distinctId: result.userId, event: 'team finished' }),
    });
    agents.set(team, known);
  }
  shared.bus ??= createAgent({
    onMessage: (message) => signal.capture({ distinctId: message.userId, event: 'messaged' }),
  });
  return known.run(request);
}
