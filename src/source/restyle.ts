import type { Node } from '@babel/types';
import { applyEdits, type Edit } from './edit.js';
import type { SourceFile } from './parse.js';
import type { FileStyle } from './style.js';
import { trailingCommaOf } from './trailing-comma.js';
import { traverse } from './traverse.js';
import { goesOn } from './trivia.js';

/**
 * Writes text of ours (single quotes, semicolons, trailing commas, two spaces, LF) the way another file is written.
 * JSX attributes keep their quotes, and a semicolon stays where the next line would otherwise join the statement.
 */
export function restyle(file: SourceFile, style: FileStyle): string {
  // By offset, because `export const a = 1;` is two nodes that end with the same semicolon.
  const edits = new Map<number, Edit>();
  traverse.cheap(file.ast, (node) => {
    const edit =
      (style.quote === '"' ? doubleQuoted(node, file.text) : undefined) ??
      (style.semicolons ? undefined : withoutSemicolon(node, file.text)) ??
      (style.trailingComma ? undefined : withoutTrailingComma(node, file.text));
    if (edit) edits.set(edit.start, edit);
  });
  return applyEdits(file.text, [...edits.values()])
    .replace(/^( {2})+/gm, (spaces) => style.indent.repeat(spaces.length / 2))
    .replaceAll('\n', style.eol);
}

function doubleQuoted(node: Node, text: string): Edit | undefined {
  if (node.type !== 'StringLiteral' && node.type !== 'DirectiveLiteral') return undefined;
  const { start, end } = spanOf(node);
  const content = text.slice(start + 1, end - 1);
  if (text[start] !== "'" || content.includes('"') || content.includes('\\')) return undefined;
  return { start, end, text: `"${content}"` };
}

const ENDS_WITH_SEMICOLON = new Set([
  ...[
    'ImportDeclaration',
    'ExportNamedDeclaration',
    'ExportDefaultDeclaration',
    'VariableDeclaration',
    'ExpressionStatement',
    'Directive',
  ],
  ...[
    'ReturnStatement',
    'TSTypeAliasDeclaration',
    'TSPropertySignature',
    'TSMethodSignature',
    'TSIndexSignature',
  ],
]);

function withoutSemicolon(node: Node, text: string): Edit | undefined {
  if (!ENDS_WITH_SEMICOLON.has(node.type)) return undefined;
  const { end } = spanOf(node);
  return text[end - 1] === ';' && !goesOn(text, end) ? { start: end - 1, end, text: '' } : undefined;
}

function withoutTrailingComma(node: Node, text: string): Edit | undefined {
  const comma = trailingCommaOf(text, node);
  return comma === undefined ? undefined : { start: comma, end: comma + 1, text: '' };
}

function spanOf(node: Node): { start: number; end: number } {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}
