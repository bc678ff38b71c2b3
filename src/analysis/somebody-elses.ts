import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { admissionOfAdmins } from './admins-only.js';
import { argumentsOf, asCall, asMember, calleeOf, referencesIn, unwrap } from './expressions.js';
import { isOneOfMany } from './one-of-many.js';
import { isOfSignedIn } from './signed-in.js';

/** Names of people in a role beside the visitor's; his own id stays what it is where it happens to be his. */
const OTHER_PERSON =
  /(?:^|[a-z_])(?:inviter|invitee|invited|referrer|referee|referred|recipient|receiver|assignee|submitter|submitted_?by|followed|follower)(?:_?User)?(?:_?(?:id|email))?$/i;

/**
 * Whether `value` is the id of somebody else than the visitor, so that the browser's id has no claim to its place: it
 * depends on a parameter of a callback inside `owner` or on the variable of a loop, and is one of many, or its name
 * says so.
 */
export function isSomebodyElses(value: NodePath, owner: NodePath<t.Function>): boolean {
  return isNamedForARole(value) || isOneOfMany(value, owner) || isOfWhomAnAdminLooksAt(value, owner);
}

/** `invite.inviterId`, `referrer.id`; an owner or author may well be the visitor. */
function isNamedForARole(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isIdentifier()) return OTHER_PERSON.test(value.node.name);
  if (value.isLogicalExpression()) return isNamedForARole(value.get('left'));
  if (value.isConditionalExpression())
    return isNamedForARole(value.get('consequent')) || isNamedForARole(value.get('alternate'));
  const text = textOf(value);
  if (text) return isNamedForARole(text);
  const member = asMember(value);
  if (member?.name === undefined) return false;
  if (OTHER_PERSON.test(member.name)) return true;
  return /^(?:id|email)$/i.test(member.name) && isNamedForARole(member.object);
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

/** In a function for administrators, an id that does not come from who is signed in. */
function isOfWhomAnAdminLooksAt(value: NodePath, owner: NodePath<t.Function>): boolean {
  const roots = referencesIn(value);
  if (roots.length === 0 || roots.some((one) => isOfSignedIn(one, owner))) return false;
  const admission = admissionOfAdmins(owner, value);
  if (admission.kind === 'none') return false;
  // Whoever is asked whether he is one is the one who asks.
  const isAsked = ({ node, scope }: NodePath<t.Identifier>): boolean =>
    admission.asked.some((one) => scope.getBinding(node.name) === one);
  return !roots.some(isAsked);
}
