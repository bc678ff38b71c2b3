import type { Node } from '@babel/types';
import { COMMENT } from './trivia.js';

const COMMENTS = new RegExp(COMMENT, 'g');

/** The offset of the comma after the last element of a list in brackets; undefined where there is none. */
export function trailingCommaOf(text: string, list: Node): number | undefined {
  const last = elementsOf(list)?.at(-1);
  if (!last) return undefined;
  const from = last.end ?? 0;
  // Comments keep their length, so that what follows them keeps its place.
  const rest = text.slice(from, list.end ?? 0).replace(COMMENTS, (comment) => ' '.repeat(comment.length));
  const comma = rest.indexOf(',');
  return comma === -1 ? undefined : from + comma;
}

function elementsOf(list: Node): readonly (Node | null)[] | undefined {
  switch (list.type) {
    case 'ObjectExpression':
    case 'ObjectPattern':
      return list.properties;
    case 'ArrayExpression':
      return list.elements;
    case 'CallExpression':
    case 'NewExpression':
    case 'OptionalCallExpression':
      return list.arguments;
    case 'TSTypeParameterDeclaration':
    case 'TSTypeParameterInstantiation':
      return list.params;
    default:
      return undefined;
  }
}
