import type { NodePath } from '@babel/traverse';
import { followLocal } from '../exports.js';
import { asCall, calleeOf, memberUnder } from '../expressions.js';
import { returnedValues } from './returned-functions.js';

/** What stands under `key` in an object literal, or in the one that a function of the same file gives when it is called. */
export function destructuredMember(value: NodePath, key: string): NodePath | undefined {
  const target = followLocal(value);
  const call = asCall(target);
  const maker = call && followLocal(calleeOf(call));
  return maker?.isFunction() ? returnedMember(maker, key) : memberOf(target, key);
}

/** What stands under `key` in the object literal that a value is, or that a function gives back. */
export function memberOf(value: NodePath, key: string): NodePath | undefined {
  if (value.isFunction()) return returnedMember(value, key);
  return value.isObjectExpression() ? memberUnder(value, key) : undefined;
}

function returnedMember(maker: NodePath, key: string): NodePath | undefined {
  if (!maker.isFunction() || maker.node.async || maker.node.generator) return undefined;
  const [only, second] = returnedValues(maker).map((one) => followLocal(one));
  return only?.isObjectExpression() && !second ? memberUnder(only, key) : undefined;
}
