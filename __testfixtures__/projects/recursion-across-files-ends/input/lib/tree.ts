import { signal } from './signal-server';
import { visitLeaf } from './leaf';

export interface TreeNode {
  id: string;
  children: TreeNode[];
}

export function visit(node: TreeNode, userId: string): void {
  signal.capture({ distinctId: userId, event: 'node_visited' });
  for (const child of node.children) {
    if (child.children.length > 0) visit(child, userId);
    else visitLeaf(child, userId);
  }
}
