import type * as t from '@babel/types';

/** An expression around another that does not change its value: `as`, `satisfies`, `!`, `<T>`, parentheses. */
export type Wrapper =
  | t.TSAsExpression
  | t.TSSatisfiesExpression
  | t.TSNonNullExpression
  | t.TSTypeAssertion
  | t.ParenthesizedExpression;

const WRAPPERS: ReadonlySet<string | undefined> = new Set<Wrapper['type']>([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'ParenthesizedExpression',
]);

/** Whether a node is a `Wrapper`; what it holds is its `expression`. */
export function isWrapper(node: { readonly type: string } | null | undefined): node is Wrapper {
  return WRAPPERS.has(node?.type);
}
