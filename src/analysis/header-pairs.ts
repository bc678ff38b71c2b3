import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { constantText } from './constant-text.js';
import { followLocal } from './exports.js';
import { propertyOf } from './expressions.js';

/** A list of `{ key, value }` pairs in `headers()` of next.config, and the pattern of the paths that it is for. */
export interface HeaderPairs {
  readonly array: NodePath<t.ArrayExpression>;
  /** Undefined where it is no constant, or the list is handed to something else. */
  readonly source: string | undefined;
}

const MOST_VARIABLES = 3;

/** The lists that a pair stands in, once for each pattern: it, or a list of it, may be kept in a constant. */
export function listsOfPair(pair: NodePath<t.ObjectExpression>): HeaderPairs[] {
  return placesOf(pair).flatMap((place) => {
    const array = place.parentPath;
    return array?.isArrayExpression() ? patternsOf(array) : [];
  });
}

/** Whether a pair of the list gives the header, in lower case, a value. */
export function hasPair(array: NodePath<t.ArrayExpression>, name: string, hops = 0): boolean {
  return array.get('elements').some((element) => {
    const one = element as NodePath;
    if (!one.node) return false;
    const value = followLocal(one.isSpreadElement() ? one.get('argument') : one);
    if (value.isArrayExpression()) return hops < MOST_VARIABLES && hasPair(value, name, hops + 1);
    const key = value.isObjectExpression() ? propertyOf(value, 'key') : undefined;
    return key !== undefined && constantText(key)?.text.toLowerCase() === name;
  });
}

function patternsOf(array: NodePath<t.ArrayExpression>, hops = 0): HeaderPairs[] {
  return placesOf(array).flatMap((place): HeaderPairs[] => {
    const around = place.parentPath;
    const spread = around?.isSpreadElement() ? around.parentPath : undefined;
    if (spread?.isArrayExpression()) return hops < MOST_VARIABLES ? patternsOf(spread, hops + 1) : [];
    const rule = around?.isObjectProperty() ? around.parentPath : undefined;
    const source = rule?.isObjectExpression() ? propertyOf(rule, 'source') : undefined;
    return [{ array, source: source && constantText(source)?.text }];
  });
}

/** Where a value stands: itself, or where the variable is read that holds it. */
function placesOf(value: NodePath): NodePath[] {
  const declarator = value.parentPath;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return [value];
  return declarator.scope.getBinding(declarator.node.id.name)?.referencePaths ?? [];
}
