import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { followLocal } from '../exports.js';
import { returnedBy, unwrap } from '../expressions.js';

/** What a function returns, nested functions left out. */
export function returnedValues(fn: NodePath<t.Function>): NodePath[] {
  return returnedBy(fn).map(unwrap);
}

/** The functions that a higher-order function gives back. */
export function returnedFunctions(fn: NodePath<t.Function>): NodePath<t.Function>[] {
  return returnedValues(fn).flatMap((value) => {
    const target = followLocal(value);
    return target.isFunction() ? [target] : [];
  });
}
