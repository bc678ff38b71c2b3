import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

interface Node {
  id: string;
  children: Node[];
}

function track(node: Node, userId: string, session?: SessionInfo): void {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'node_visited',
    properties: { id: node.id },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  for (const child of node.children) track(child, userId, session);
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { tree, userId } = await request.json();
  track(tree, userId, session);
  return Response.json({});
}
