import { signal } from './signal-server';
import { type TreeNode, visit } from './tree';

export function visitLeaf(node: TreeNode, userId: string) {
  signal.capture({ distinctId: userId, event: 'leaf_visited' });
  if (node.id === 'a') visit({ id: 'target', children: [] }, userId);
}
