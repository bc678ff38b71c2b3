import { CopilotRuntime, copilotRuntimeNextJSAppRouterEndpoint } from '@copilotkit/runtime';
import { signal } from '@/lib/signal-server';

const runtime = new CopilotRuntime({
  actions: [{ name: 'a', handler: async () => signal.capture({ distinctId: 'a', event: 'copilot' }) }],
});

export const POST = async (req: Request) => {
  const { handleRequest } = copilotRuntimeNextJSAppRouterEndpoint({ runtime, endpoint: '/api/copilot' });
  return handleRequest(req);
};
