import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, bindingOf, type CallPath, callWith, literalText, memberCalled } from './expressions.js';

/** Where a router calls a handler. */
export interface RoutedAt {
  /** In upper case; undefined where the router's call does not say one. */
  readonly method: string | undefined;
  readonly call: CallPath;
  /** As it is written there, seen from where the router is mounted; empty where it is not written out. */
  readonly path: string;
}

const METHOD = /^(?:get|head|post|put|patch|delete)$/;

/** Reads `router.post('/webhook', handler)`; also where the handler is given by its name. */
export function routedAt(fn: NodePath<t.Function>): RoutedAt | undefined {
  const places: readonly NodePath[] = [fn, ...(bindingOf(fn)?.referencePaths ?? [])];
  for (const place of places) {
    const call = callWith(place);
    const name = call && memberCalled(call)?.name;
    if (!call || name === undefined) continue;
    const [first] = argumentsOf(call);
    const path = first && literalText(first.node);
    return { call, method: METHOD.test(name) ? name.toUpperCase() : undefined, path: path ?? '' };
  }
  return undefined;
}
