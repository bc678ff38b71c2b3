import type { Node } from '@babel/types';
import type { SourceFile } from './parse.js';
import { traverse } from './traverse.js';

/** Finds a name in a text that is not parsed, and not a longer name that holds it. */
export function wholeName(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${namePattern(name)}(?![\\w$])`);
}

/** A name as it has to be written in a regular expression. */
export function namePattern(name: string): string {
  return name.replaceAll('$', '\\$');
}

const namesByNode = new WeakMap<Node, ReadonlySet<string>>();

/** Every name that a file declares or refers to, in any scope, types included; property names left out. */
export function namesIn(file: SourceFile): ReadonlySet<string> {
  return namesUsedIn(file.ast);
}

/** The same for one node and what is in it. Made once per node. */
export function namesUsedIn(root: Node): ReadonlySet<string> {
  const known = namesByNode.get(root);
  if (known) return known;
  const names = new Set<string>();
  const properties = new Set<unknown>();
  traverse.cheap(root, (node) => {
    switch (node.type) {
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        if (!node.computed) properties.add(node.property);
        break;
      // The key of `{ a }` is another node than its value, which counts.
      case 'ObjectProperty':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassProperty':
      case 'TSPropertySignature':
      case 'TSMethodSignature':
        if (!node.computed) properties.add(node.key);
        break;
      case 'Identifier':
      case 'JSXIdentifier':
        if (!properties.has(node)) names.add(node.name);
        break;
      default:
        break;
    }
  });
  namesByNode.set(root, names);
  return names;
}

/** As `freeName`, of the names that the file does not use. */
export function freeNameIn(file: SourceFile, candidates: readonly string[]): string {
  // A name that the text does not hold, not even escaped, needs no look at each node.
  const isEscaped = file.text.includes('\\u');
  const has = (name: string): boolean => (isEscaped || file.text.includes(name)) && namesIn(file).has(name);
  return freeName(candidates, { has });
}

/** The first of `candidates` that is not taken; after them, the last with a number. */
export function freeName(
  candidates: readonly string[],
  taken: { readonly has: (name: string) => boolean },
): string {
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const last = candidates.at(-1) ?? '_';
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${last}${number}`)) return `${last}${number}`;
  }
}
