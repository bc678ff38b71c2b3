import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';

/** Whether `fn` looks at the list of what it is called with, itself or in an arrow function. */
export function readsOwnArguments(fn: NodePath<t.Function>): boolean {
  if (fn.isArrowFunctionExpression()) return false;
  let found = false;
  readBelow(fn, {
    Function: (inner) => {
      if (!inner.isArrowFunctionExpression()) inner.skip();
    },
    Identifier: (identifier) => {
      found ||=
        identifier.node.name === 'arguments' &&
        identifier.isReferencedIdentifier() &&
        !identifier.scope.hasBinding('arguments', true);
    },
  });
  return found;
}
