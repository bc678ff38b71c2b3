/** What the parser that is quick leaves out, or says in another way: places in lines, and comments on nodes. */
const LEFT_OUT = new Set(['loc', 'range', 'leadingComments', 'trailingComments', 'innerComments']);

/** A tree as plain data, without what is left out of one that is made quickly. */
export function treeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, of]) => of !== undefined && !LEFT_OUT.has(key))
      .map(([key, of]) => [key, key === 'extra' ? parentheses(of as Extra) : treeOf(of)])
      .filter(([, of]) => of !== undefined),
  );
}

interface Extra {
  readonly parenthesized?: boolean;
  readonly parenStart?: number;
}

function parentheses({ parenthesized, parenStart }: Extra): Extra | undefined {
  return parenthesized ? { parenthesized, ...(parenStart === undefined ? {} : { parenStart }) } : undefined;
}
