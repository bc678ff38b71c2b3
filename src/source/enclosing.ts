import type { Node } from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import { childrenOf } from './normal-form.js';
import { isWrapper } from './wrappers.js';

/** The nodes around a span, the outermost first; empty where nothing but the file is. */
export function nodesAround({ ast }: SourceFile, { start, end }: Span): Node[] {
  const around: Node[] = [];
  const find = (nodes: readonly Node[]): Node | undefined =>
    nodes.find((node) => (node.start ?? 0) <= start && end <= (node.end ?? -1));
  for (let node = find([ast.program]); node; node = find(childrenOf(node))) around.push(node);
  return around;
}

/** The names of the functions and classes around, and of what an unnamed one is kept in or given to: `POST > after()`. */
export function functionPathOf(around: readonly Node[]): string {
  const names = around.flatMap((node, index) => {
    const isNamed = /Function|ObjectMethod|Class(?:Private)?Method|^Class(?:Declaration|Expression)$/.test(
      node.type,
    );
    return isNamed ? [nameOf(node, around.slice(0, index))] : [];
  });
  return names.join(' > ');
}

function nameOf(node: Node, above: readonly Node[]): string {
  if ('id' in node && node.id?.type === 'Identifier') return node.id.name;
  if ('key' in node && node.key) return keyText(node.key);
  for (const holder of [...above].reverse()) {
    if (isWrapper(holder)) continue;
    switch (holder.type) {
      case 'VariableDeclarator':
        return holder.id.type === 'Identifier' ? holder.id.name : '()';
      case 'ObjectProperty':
      case 'ClassProperty':
      case 'ClassPrivateProperty':
        return keyText(holder.key);
      case 'ExportDefaultDeclaration':
        return 'default';
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
        return `${calleeText(holder.callee)}()`;
      case 'ArrowFunctionExpression':
        break;
      default:
        return '()';
    }
  }
  return '()';
}

function keyText(key: Node): string {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  return key.type === 'StringLiteral' ? key.value : '()';
}

function calleeText(callee: Node): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression')
    return `${calleeText(callee.object)}.${keyText(callee.property)}`;
  return '';
}

/** What a finding is about: the call, the element or the statement around it; a property that is not an argument's. */
export function subjectOf(around: readonly Node[]): Node | undefined {
  for (const node of [...around].reverse()) {
    switch (node.type) {
      case 'CallExpression':
      case 'OptionalCallExpression':
      case 'NewExpression':
      case 'ObjectProperty':
        return node;
      case 'JSXElement':
        return node.openingElement;
      case 'JSXOpeningElement':
        return node;
      case 'BlockStatement':
      case 'ClassBody':
      case 'Program':
        return undefined;
      default:
        if (/Statement$|Declaration$/.test(node.type)) return node;
    }
  }
  return undefined;
}
