import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { keyName } from '../expressions.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

/** The keys from a pattern down to a name that it binds, and the defaults on the way. */
export interface PatternRoute {
  readonly keys: readonly string[];
  /** What is taken where a key is missing: the default, and how many of the keys lead up to it. */
  readonly defaults: readonly { readonly value: NodePath; readonly after: number }[];
}

/** How `identifier` is reached in `pattern`; undefined when it is not bound there, or by a rest or computed key. */
export function routeTo(pattern: NodePath, identifier: t.Identifier, after = 0): PatternRoute | undefined {
  if (pattern.node === identifier) return { keys: [], defaults: [] };
  if (pattern.isAssignmentPattern()) {
    const route = routeTo(pattern.get('left'), identifier, after);
    return route && { ...route, defaults: [{ value: pattern.get('right'), after }, ...route.defaults] };
  }
  if (pattern.isArrayPattern()) {
    for (const [index, element] of (pattern.get('elements') as NodePath[]).entries()) {
      const route = element.node ? routeTo(element, identifier, after + 1) : undefined;
      if (route) return { ...route, keys: [String(index), ...route.keys] };
    }
    return undefined;
  }
  if (!pattern.isObjectPattern()) return undefined;
  for (const property of pattern.get('properties')) {
    if (!property.isObjectProperty()) continue;
    const key = keyName(property.node);
    const route = routeTo(property.get('value') as NodePath, identifier, after + 1);
    if (route) return key === undefined ? undefined : { ...route, keys: [key, ...route.keys] };
  }
  return undefined;
}

/** What the name at the end of `route` may be when the pattern is given `base`. */
export function alongRoute(
  base: readonly Value[],
  route: PatternRoute,
  file: string,
  values: Values,
): readonly Value[] {
  const follow = (from: readonly Value[], keys: readonly string[]): readonly Value[] =>
    keys.reduce((reached, key) => values.member(reached, key), from);
  const defaults = route.defaults.flatMap(({ value, after }) =>
    follow(values.of(value, file), route.keys.slice(after)),
  );
  return [...follow(base, route.keys), ...defaults];
}
