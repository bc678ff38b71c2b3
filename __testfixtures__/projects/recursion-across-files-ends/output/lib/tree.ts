import { signal, type SessionInfo } from './signal-server';
import { visitLeaf } from './leaf';

export interface TreeNode {
  id: string;
  children: TreeNode[];
}

export function visit(
  node: TreeNode,
  userId: string,
  session?: SessionInfo,
): void {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'node_visited',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  for (const child of node.children) {
    if (child.children.length > 0) visit(child, userId, session);
    else visitLeaf(child, userId, session);
  }
}
