import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { admissionOfAdmins, isInAdminArea } from './admins-only.js';
import { referencesIn } from './expressions.js';
import { isNamedFor } from './id-names.js';
import { isOneOfMany } from './one-of-many.js';
import { isSignedIn } from './other-people.js';
import { isOfSignedIn } from './signed-in.js';

/**
 * Names of people in a role beside the visitor's; his own id stays what it is where it happens to be his. An owner or
 * author may well be the visitor.
 */
const OTHER_PERSON =
  /(?:^|[a-z_])(?:inviter|invitee|invited|referrer|referee|referred|recipient|receiver|assignee|submitter|submitted_?by|followed|follower)(?:_?User)?(?:_?(?:id|email))?$/i;

/**
 * Whether `value` is the id of somebody else than the visitor, so that the browser's id has no claim to its place: it
 * depends on a parameter of a callback inside `owner` or on the variable of a loop, and is one of many, or its name
 * says so.
 * @param path that of the file.
 */
export function isSomebodyElses(value: NodePath, owner: NodePath<t.Function>, path: string): boolean {
  return (
    isNamedFor(value, OTHER_PERSON) || isOneOfMany(value, owner) || isOfWhomAnAdminLooksAt(value, owner, path)
  );
}

/** In a function for administrators, an id that does not come from who is signed in. */
function isOfWhomAnAdminLooksAt(value: NodePath, owner: NodePath<t.Function>, path: string): boolean {
  const roots = referencesIn(value);
  if (roots.length === 0 || roots.some((one) => isOfSignedIn(one, owner))) return false;
  const admission = admissionOfAdmins(owner, value);
  if (admission.kind === 'none') return isInAdminArea(path) && !isSignedIn(value, owner);
  // Whoever is asked whether he is one is the one who asks.
  const isAsked = ({ node, scope }: NodePath<t.Identifier>): boolean =>
    admission.asked.some((one) => scope.getBinding(node.name) === one);
  return !roots.some(isAsked);
}
