import type { NodePath } from '@babel/traverse';
import { argumentsOf, asCall, asMember, calleeOf, unwrap } from './expressions.js';

/** Whether an id bears one of the names of `people`, or is of what does: `invite.inviterId`, `String(referrer.id)`. */
export function isNamedFor(id: NodePath, people: RegExp): boolean {
  const value = unwrap(id);
  if (value.isIdentifier()) return people.test(value.node.name);
  if (value.isLogicalExpression()) return isNamedFor(value.get('left'), people);
  if (value.isConditionalExpression())
    return isNamedFor(value.get('consequent'), people) || isNamedFor(value.get('alternate'), people);
  const text = textOf(value);
  if (text) return isNamedFor(text, people);
  const member = asMember(value);
  if (member?.name === undefined) return false;
  return (
    people.test(member.name) || (/^(?:id|email)$/i.test(member.name) && isNamedFor(member.object, people))
  );
}

/** The value that `String(id)`, `id.toString()` and a template of nothing else write out. */
export function textOf(value: NodePath): NodePath | undefined {
  if (value.isTemplateLiteral()) {
    const [only, another] = value.get('expressions') as NodePath[];
    return another ? undefined : only;
  }
  const call = asCall(value);
  if (!call) return undefined;
  const callee = unwrap(calleeOf(call));
  if (callee.isIdentifier({ name: 'String' })) return argumentsOf(call)[0];
  const member = asMember(callee);
  return member?.name === 'toString' ? member.object : undefined;
}
