import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, asMember, type CallPath, memberCalled, unwrap } from '../expressions.js';
import { isSessionMethod, slotOf } from '../signal-methods.js';

/**
 * The object of which a function takes the place of a session method, where `call` in it hands on all that it is given:
 * `signal.capture = (message) => original(message)`. Whoever calls the method gives the ids.
 */
export function replacedOn(fn: NodePath<t.Function>, call: CallPath): NodePath | undefined {
  const assignment = fn.parentPath;
  if (!assignment?.isAssignmentExpression({ operator: '=' }) || fn.key !== 'right') return undefined;
  const left = asMember(unwrap(assignment.get('left') as NodePath));
  if (left?.name === undefined || !isSessionMethod(left.name)) return undefined;
  const isOfObject = slotOf(left.name).kind === 'object-keys';
  return handsAllOn(fn.node, call, isOfObject) ? left.object : undefined;
}

function handsAllOn({ params }: t.Function, call: CallPath, isOfObject: boolean): boolean {
  const [param, more] = params;
  // `original.call(signal, message)`
  const isIndirect = memberCalled(call)?.name === 'call';
  const [argument, another] = argumentsOf(call).slice(isIndirect ? 1 : 0);
  if (!param || more || !argument || another) return false;
  if (param.type === 'RestElement')
    return argument.isSpreadElement() && isNamed(argument.node.argument, param.argument);
  if (!isOfObject) return false;
  const given = unwrap(argument).node;
  if (given.type !== 'ObjectExpression') return isNamed(given, param);
  // `{ ...message, properties: … }` has its ids.
  return given.properties.some((one) => one.type === 'SpreadElement' && isNamed(one.argument, param));
}

function isNamed(value: t.Node, param: t.Node): boolean {
  return value.type === 'Identifier' && param.type === 'Identifier' && value.name === param.name;
}
