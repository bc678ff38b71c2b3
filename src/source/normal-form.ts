import babelTypes, { type Node } from '@babel/types';

/** Members of a node that say where it stands and how it is written, not what it is. */
const NOT_MEANING = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'comments',
  'tokens',
  'errors',
]);

/**
 * A text that is the same for two nodes exactly when they are the same code: white space, comments, quotes, trailing
 * commas, semicolons and parentheses that change nothing do not matter.
 */
export function normalForm(node: Node): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(value: unknown, parts: string[]): void {
  if (Array.isArray(value)) {
    parts.push('[');
    for (const one of value) write(one, parts);
    parts.push(']');
  } else if (isNode(value)) writeNode(stringOf(value) ?? value, parts);
  else if (typeof value === 'object' && value !== null) parts.push(JSON.stringify(value));
  else if (value !== undefined) parts.push(typeof value, ':', String(value), ';');
}

function writeNode(node: Node, parts: string[]): void {
  if (node.type === 'JSXText') {
    const text = node.value.replace(/\s+/g, ' ').trim();
    if (text !== '') parts.push('(JSXText ', JSON.stringify(text), ')');
    return;
  }
  if (node.type === 'JSXExpressionContainer' && node.expression.type === 'JSXEmptyExpression') return;
  parts.push('(', node.type);
  for (const [name, value] of Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))) {
    // A key that is quoted where it need not be is the same key.
    const isPlainKey = name === 'key' && isNode(value) && !('computed' in node && node.computed);
    if (isPlainKey && value.type === 'StringLiteral')
      parts.push(' key', '(Identifier namestring:', value.value, ';)');
    else if (!NOT_MEANING.has(name) && value !== undefined && value !== null && value !== false) {
      parts.push(' ', name);
      // A tag is given an array, whatever the template holds.
      if (name === 'quasi' && isNode(value)) writeNode(value, parts);
      else write(value, parts);
    }
  }
  parts.push(')');
}

/** A template that holds no expressions, as the string that it is. */
function stringOf(node: Node): Node | undefined {
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  const cooked = node.quasis[0]?.value.cooked;
  return typeof cooked === 'string' ? { type: 'StringLiteral', value: cooked } : undefined;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The nodes directly below a node, as they are visited. */
export function childrenOf(node: Node): Node[] {
  const members = node as unknown as Readonly<Record<string, unknown>>;
  return (babelTypes.VISITOR_KEYS[node.type] ?? []).flatMap((key) => {
    const value = members[key];
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
  });
}
