import type { NodePath } from '@babel/traverse';
import {
  argumentsOf,
  asMember,
  type CallPath,
  calleeOf,
  importedValue,
  isImported,
  unwrap,
} from './expressions.js';
import { looksLikeRequest } from './request-parameters.js';

/** `auth`, `currentUser`, `getServerSession`, `requireUser`, `withAuth`, … in the words that auth libraries use. */
const ASKS_FOR_SESSION =
  /^(?:get|require|ensure|assert|check|validate|verify|fetch|load|with|use)?(?:server|current|optional|iron|app|api|request|logged-?in|signed-?in|authenticated|auth|user|session)*(?:session|user|auth|viewer|userid)$/i;

/** Whether `call` asks who is signed in, which only a browser's request can tell. */
export function isSessionCheck(call: CallPath): boolean {
  const callee = unwrap(calleeOf(call));
  const member = asMember(callee);
  if (isImported(callee, 'next/headers', 'cookies')) return true;
  if (member?.name === 'get' && asMember(unwrap(member.object))?.name === 'cookies') return true;
  const name = member ? member.name : callee.isIdentifier() ? callee.node.name : undefined;
  if (name === undefined || !ASKS_FOR_SESSION.test(name)) return false;
  // `prisma.user(…)`: without a verb, a method is about users, not about this one.
  if (member && /^(?:session|user|auth|viewer|userid)$/i.test(name)) return false;
  if (/^getServerSession$|^with/.test(name)) return true;
  return argumentsOf(call).slice(0, 1).every(isOfTheRequest);
}

/** Anything but data: `getUser(payload.userId)` looks a user up, `getUser(request)` asks who is there. */
function isOfTheRequest(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isFunction() || value.isObjectExpression()) return true;
  if (value.isAwaitExpression()) return isOfTheRequest(value.get('argument'));
  if (value.isCallExpression()) {
    const imported = importedValue(value.get('callee') as NodePath);
    return imported?.source === 'next/headers';
  }
  const member = asMember(value);
  if (member) return member.name === 'headers' || member.name === 'cookies';
  if (!value.isIdentifier()) return false;
  return (
    looksLikeRequest(value) ||
    importedValue(value) !== undefined ||
    /^(?:ctx|context|c)$/.test(value.node.name)
  );
}
