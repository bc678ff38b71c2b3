import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { argumentsOf, asCall, type CallPath, keyName, memberCalled } from '../expressions.js';
import { functionName } from '../function-name.js';

/**
 * The call by which a function hands all that it is given to a method of its own name:
 * `capture(...args) { this.client?.capture(...args) }`. Whoever calls the function calls that method.
 */
export function passedOnCall(fn: NodePath<t.Function>): CallPath | undefined {
  const [param, more] = fn.node.params;
  if (param?.type !== 'RestElement' || param.argument.type !== 'Identifier' || more) return undefined;
  const given = param.argument.name;
  const name = nameOf(fn);
  let found: CallPath | undefined;
  readBelow(fn, {
    Function: (inner) => inner.skip(),
    Expression: (path) => {
      const call = asCall(path);
      if (!call || memberCalled(call)?.name !== name) return;
      const [argument, another] = argumentsOf(call);
      if (!argument?.isSpreadElement() || another) return;
      if (argument.get('argument').isIdentifier({ name: given })) found = call;
    },
  });
  return found;
}

function nameOf(fn: NodePath<t.Function>): string | undefined {
  if (fn.isClassPrivateMethod()) return fn.node.key.id.name;
  return fn.isClassMethod() || fn.isObjectMethod() ? keyName(fn.node) : functionName(fn);
}
