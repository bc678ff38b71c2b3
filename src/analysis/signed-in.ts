import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { asMember, initOf, referencesIn } from './expressions.js';

/** Variables of the person who is signed in. */
const SIGNED_IN = /admin|auth|session|current|viewer/i;
/** What a request, a context or a wrapper calls that person. */
const OF_REQUEST = /^_?(?:user|userId|account|actor|me)$/;
const REQUEST = /^_?(?:ctx|context|c|req|request)$/;

/** Whether a variable is the person who is signed in, or is had from who that is. */
export function isOfSignedIn(identifier: NodePath<t.Identifier>, owner: NodePath<t.Function>): boolean {
  const { node, scope } = identifier;
  const binding = scope.getBinding(node.name);
  const init = binding && initOf(binding);
  const read = init ? referencesIn(init) : [];
  if ([node.name, ...read.map((one) => one.node.name)].some((name) => SIGNED_IN.test(name))) return true;
  if ([identifier, ...read].some(isUserOfRequest)) return true;
  // `withAdmin(async (request, { user }) => …)`: a function that is handed over is handed who is there.
  return (
    binding?.kind === 'param' &&
    binding.scope.path.node === owner.node &&
    owner.listKey === 'arguments' &&
    OF_REQUEST.test(node.name)
  );
}

/** `ctx.user`, `req.user` */
function isUserOfRequest({ node, key, parentPath }: NodePath<t.Identifier>): boolean {
  if (!REQUEST.test(node.name) || key !== 'object' || !parentPath) return false;
  const name = asMember(parentPath)?.name ?? '';
  return SIGNED_IN.test(name) || OF_REQUEST.test(name);
}
