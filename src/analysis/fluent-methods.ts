import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { keyName, returnedBy, unwrap } from './expressions.js';
import { classKey, isClassFunction } from './use-positions.js';

type Holder = NodePath<t.Class> | NodePath<t.ObjectExpression>;

const known = new WeakMap<t.Node, ReadonlySet<string>>();

/** The methods of a class or an object that give back what they are called on, as those of a builder do. */
export function fluentMethods(of: Holder): ReadonlySet<string> {
  const found = known.get(of.node) ?? new Set(membersOf(of).flatMap(fluentName));
  known.set(of.node, found);
  return found;
}

function membersOf(of: Holder): NodePath[] {
  return of.isClass() ? of.get('body').get('body') : (of as NodePath<t.ObjectExpression>).get('properties');
}

function fluentName(member: NodePath): string[] {
  const fn = functionOf(member);
  const name = fn && nameOf(member);
  return name !== undefined && fn && returnedBy(fn).some((value) => unwrap(value).isThisExpression())
    ? [name]
    : [];
}

function functionOf(member: NodePath): NodePath<t.Function> | undefined {
  if (member.isFunction()) return 'kind' in member.node && member.node.kind === 'method' ? member : undefined;
  if (!member.isClassProperty() && !member.isClassPrivateProperty() && !member.isObjectProperty())
    return undefined;
  const value = member.get('value') as NodePath;
  const fn = value.node ? unwrap(value) : undefined;
  // In an object, `this` of an arrow function is that of the code around it.
  const isOwn = fn?.isFunctionExpression() || (fn?.isArrowFunctionExpression() && !member.isObjectProperty());
  return isOwn ? (fn as NodePath<t.Function>) : undefined;
}

function nameOf(member: NodePath): string | undefined {
  if (member.isFunction() && isClassFunction(member))
    return isStatic(member) ? undefined : classKey(member.node);
  if (member.isClassProperty() || member.isClassPrivateProperty())
    return isStatic(member) ? undefined : classKey(member.node);
  return member.isObjectMethod() || member.isObjectProperty() ? keyName(member.node) : undefined;
}

function isStatic({ node }: NodePath): boolean {
  return 'static' in node && node.static === true;
}
