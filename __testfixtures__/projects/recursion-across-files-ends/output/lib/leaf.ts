import { type SessionInfo, signal } from './signal-server';
import { type TreeNode, visit } from './tree';

export function visitLeaf(
  node: TreeNode,
  userId: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'leaf_visited',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
  if (node.id === 'a') visit({ id: 'target', children: [] }, userId, session);
}
