import babelTypes, { type Node } from '@babel/types';

/**
 * How many levels a tree may have. Walking one takes several frames of the stack for each; measured on Node 20, the
 * scopes of 900 chained calls, 1,900 levels, are the first thing that passes the default stack.
 */
const MAX_DEPTH = 700;

/**
 * Takes `loc` away from every node: lines and columns are more than half of a tree's memory, and `positionAt` has them
 * from the offsets.
 * @returns the first node that lies deeper than any code that a person writes; undefined where there is none.
 */
export function lighten(root: Node): Node | undefined {
  const { VISITOR_KEYS } = babelTypes;
  const visit = (node: Node, depth: number): Node | undefined => {
    if (depth > MAX_DEPTH) return node;
    // Not deleted, which would make a dictionary of the node.
    node.loc = undefined;
    for (const key of VISITOR_KEYS[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>)[
        key
      ];
      if (!child) continue;
      if (!Array.isArray(child)) {
        const deep = visit(child as Node, depth + 1);
        if (deep) return deep;
        continue;
      }
      for (const one of child as readonly (Node | null)[]) {
        const deep = one && visit(one, depth + 1);
        if (deep) return deep;
      }
    }
    return undefined;
  };
  return visit(root, 0);
}
