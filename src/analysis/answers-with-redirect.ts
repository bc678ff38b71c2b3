import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { memberCalled } from './expressions.js';

/** Whether a handler sends whoever gets to its end elsewhere, `res.redirect('/welcome')`: it is for links. */
export function answersWithRedirect(fn: NodePath<t.Function>): boolean {
  const body = fn.get('body') as NodePath;
  const isOfBody = (call: NodePath): boolean =>
    call.findParent((one) => one.isStatement())?.parentPath?.node === body.node;
  let found = false;
  readBelow(body, {
    Function: (inner) => inner.skip(),
    CallExpression: (call) => {
      found ||= memberCalled(call)?.name === 'redirect' && isOfBody(call);
    },
  });
  return found;
}
