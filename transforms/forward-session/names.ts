import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';

const namesByFunction = new WeakMap<t.Node, ReadonlySet<string>>();

/** Every name that `path` declares or refers to, types included; keys and members of objects are no names. */
export function namesUsedIn(path: NodePath): ReadonlySet<string> {
  const known = namesByFunction.get(path.node);
  if (known) return known;
  const names = new Set<string>();
  const visit = (identifier: NodePath<t.Identifier | t.JSXIdentifier>): void => {
    const { parent, key } = identifier;
    const isMember =
      key === 'property' &&
      (parent.type === 'MemberExpression' || parent.type === 'OptionalMemberExpression') &&
      !parent.computed;
    const isKey = key === 'key' && parent.type === 'ObjectProperty' && !parent.computed && !parent.shorthand;
    if (!isMember && !isKey) names.add(identifier.node.name);
  };
  path.traverse({ Identifier: visit, JSXIdentifier: visit });
  namesByFunction.set(path.node, names);
  return names;
}

/** The first of `candidates` that is in none of `taken`, then the last of them with a number. */
export function freeName(candidates: readonly string[], taken: (name: string) => boolean): string {
  for (const candidate of candidates) if (!taken(candidate)) return candidate;
  const last = candidates.at(-1) ?? 'signal';
  for (let number = 2; ; number += 1) if (!taken(`${last}${number}`)) return `${last}${number}`;
}

/** `sessionId` becomes `signalSessionId`. */
export function prefixed(name: string): string {
  return `signal${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;
}
