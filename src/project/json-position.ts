import type { Node } from '@babel/types';
import { parseSource } from '../source/parse.js';
import { type Position, positionAt } from '../source/positions.js';

/**
 * Where a member of a JSON text stands: its key, or its value in an array; the whole text where `keys` lead nowhere.
 * @param keys from the outermost object inward: names of members, indices of elements.
 */
export function positionInJson(text: string, keys: readonly (string | number)[]): Position {
  // As an expression the text has a tree with offsets; the parenthesis before it shifts them by one.
  const parsed = parseSource('value.js', `(${text}\n)`);
  const [statement] = parsed.kind === 'parsed' ? parsed.file.ast.program.body : [];
  let node: Node | undefined = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  let offset = 1 + text.search(/\S|$/);
  for (const key of keys) {
    const found: { at: Node; value: Node } | undefined = node && memberOf(node, key);
    if (!found) break;
    offset = found.at.start ?? offset;
    node = found.value;
  }
  return positionAt(text, Math.max(0, offset - 1));
}

function memberOf(node: Node, key: string | number): { at: Node; value: Node } | undefined {
  if (node.type === 'ArrayExpression' && typeof key === 'number') {
    const element = node.elements[key];
    return element ? { at: element, value: element } : undefined;
  }
  if (node.type !== 'ObjectExpression') return undefined;
  // Of equal keys the last one counts.
  const property = node.properties.findLast(
    (one) => one.type === 'ObjectProperty' && one.key.type === 'StringLiteral' && one.key.value === key,
  );
  return property?.type === 'ObjectProperty' ? { at: property.key, value: property.value } : undefined;
}
