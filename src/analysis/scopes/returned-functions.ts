import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { followLocal } from '../exports.js';
import { unwrap } from '../expressions.js';

/** What a function returns, nested functions left out. */
export function returnedValues(fn: NodePath<t.Function>): NodePath[] {
  const body = fn.get('body') as NodePath;
  if (!body.isBlockStatement()) return [unwrap(body)];
  const found: NodePath[] = [];
  readBelow(body, {
    Function: (inner) => inner.skip(),
    ReturnStatement: (statement) => {
      const argument = statement.get('argument') as NodePath;
      if (argument.node) found.push(unwrap(argument));
    },
  });
  return found;
}

/** The functions that a higher-order function gives back. */
export function returnedFunctions(fn: NodePath<t.Function>): NodePath<t.Function>[] {
  return returnedValues(fn).flatMap((value) => {
    const target = followLocal(value);
    return target.isFunction() ? [target] : [];
  });
}
