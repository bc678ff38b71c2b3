// @file app/api/tree/route.ts
import { signal } from '@/lib/signal-server';

interface Node {
  id: string;
  children: Node[];
}

function track(node: Node, userId: string): void {
  signal.capture({ distinctId: userId, event: 'node_visited', properties: { id: node.id } });
  for (const child of node.children) track(child, userId);
}

export async function POST(request: Request) {
  const { tree, userId } = await request.json();
  track(tree, userId);
  return Response.json({});
}
