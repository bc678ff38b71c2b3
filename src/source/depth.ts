import babelTypes, { type Node } from '@babel/types';

/**
 * How many levels a tree may have. Walking one takes several frames of the stack for each; measured on Node 20, the
 * scopes of 900 chained calls, 1,900 levels, are the first thing that passes the default stack.
 */
const MAX_DEPTH = 700;

/** The first node that lies deeper than any code that a person writes; undefined where there is none. */
export function nodeTooDeep(root: Node): Node | undefined {
  const { VISITOR_KEYS } = babelTypes;
  const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth > MAX_DEPTH) return node;
    for (const key of VISITOR_KEYS[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | readonly (Node | null)[] | null | undefined>)[
        key
      ];
      if (!child) continue;
      if ('type' in child) open.push({ node: child, depth: depth + 1 });
      else for (const one of child) if (one) open.push({ node: one, depth: depth + 1 });
    }
  }
  return undefined;
}
