import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { followLocal } from './exports.js';
import { argumentsOf, asCall, type CallPath, literalText, memberCalled, unwrap } from './expressions.js';
import { routedAt } from './routed-at.js';

/** What a router runs before a handler: the middlewares that `use` was given for its path, as they are written. */
export function routerGuards(fn: NodePath<t.Function>): NodePath[] {
  const routed = routedAt(fn);
  if (!routed) return [];
  return usesOf(routed.call).flatMap((use) => {
    const [first, ...others] = argumentsOf(use);
    if (!first) return [];
    const pattern = literalText(first.node);
    if (pattern === undefined) return [first, ...others].map(followLocal);
    return covers(pattern, routed.path) ? others.map(followLocal) : [];
  });
}

/** The calls of `use` on the router that `call` is made on, in its chain and by its name. */
function usesOf(call: CallPath): CallPath[] {
  const found: CallPath[] = [];
  let object = routerOf(call);
  for (let before = object && asCall(object); before; before = object && asCall(object)) {
    if (isUse(before)) found.push(before);
    object = routerOf(before);
  }
  const binding = object?.isIdentifier() ? object.scope.getBinding(object.node.name) : undefined;
  for (const reference of binding?.referencePaths ?? []) {
    const used = reference.parentPath?.parentPath ? asCall(reference.parentPath.parentPath) : undefined;
    if (used && isUse(used) && routerOf(used)?.node === reference.node) found.push(used);
  }
  return found;
}

function routerOf(call: CallPath): NodePath | undefined {
  const member = memberCalled(call);
  return member && unwrap(member.object);
}

function isUse(call: CallPath): boolean {
  return memberCalled(call)?.name === 'use';
}

/** Whether a pattern such as `/cron/*` is for a path; one with parameters is not looked into. */
function covers(pattern: string, path: string): boolean {
  const prefix = pattern.replace(/\/?\*$/, '');
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`);
}
