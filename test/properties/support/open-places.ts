import type { Node } from '@babel/types';
import type { SourceFile } from '../../../src/source/parse.js';
import { traverse } from '../../../src/source/traverse.js';

/** The offsets at which a block comment may stand: where a node begins or ends, but not in a text of JSX or a template. */
export function isOpenTo({ ast, text }: SourceFile): Set<number> {
  const zones: { start: number; end: number; isOpen: boolean }[] = [];
  const offsets = new Set<number>();
  traverse.cheap(ast, (node) => {
    const start = node.start ?? 0;
    const end = node.end ?? 0;
    switch (node.type) {
      case 'JSXElement':
      case 'JSXFragment':
        zones.push({ start: start + 1, end: end - 1, isOpen: false });
        break;
      case 'TemplateLiteral':
        zones.push({ start: start + 1, end: end - 1, isOpen: false });
        for (const one of [...node.expressions]) zones.push({ ...spanOf(one), isOpen: true });
        break;
      case 'JSXExpressionContainer':
        zones.push({ start: start + 1, end: end - 1, isOpen: true });
        break;
      case 'File':
      case 'Program':
      case 'InterpreterDirective':
      case 'TemplateElement':
        return;
      default:
        break;
    }
    offsets.add(start).add(end);
  });
  zones.sort((a, b) => a.end - a.start - (b.end - b.start));
  const comments = ast.comments ?? [];
  for (const offset of offsets) {
    const zone = zones.find(({ start, end }) => start <= offset && offset <= end);
    const isBehindASign = /[@#\\]$/.test(text.slice(0, offset));
    const isInComment = comments.some(({ start, end }) => (start ?? 0) < offset && offset < (end ?? 0));
    if (zone?.isOpen === false || isBehindASign || isInComment || offset === 0) offsets.delete(offset);
  }
  return offsets;
}

/** Whether an offset is in a text that keeps its white space. */
export function linesOfText({ ast }: SourceFile): (offset: number) => boolean {
  const spans: { start: number; end: number }[] = [];
  traverse.cheap(ast, (node) => {
    if (node.type === 'TemplateElement' || node.type === 'StringLiteral') spans.push(spanOf(node));
  });
  return (offset) => spans.some(({ start, end }) => start <= offset && offset <= end);
}

function spanOf({ start, end }: Node): { start: number; end: number } {
  return { start: start ?? 0, end: end ?? 0 };
}
