import type { ASTNode, ASTPath, Collection, JSCodeshift } from 'jscodeshift';
import jscodeshift from 'jscodeshift';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';

/** jscodeshift's collections over a tree whose offsets are offsets into the raw text. */
export function collectionOf(file: SourceFile, j: JSCodeshift = jscodeshift): Collection {
  // Babel's and ast-types' node types describe the same tree.
  return j(file.ast as ASTNode);
}

/** ast-types leaves out the offsets that Babel gives every node. */
export function spanOf(node: object): Span {
  const { start, end } = node as { start?: number | null; end?: number | null };
  return { start: start ?? 0, end: end ?? 0 };
}

/** The node's path and those around it, innermost first. */
export function pathsFrom(path: ASTPath): ASTPath[] {
  const paths: ASTPath[] = [];
  for (let current: ASTPath | null = path; current; current = current.parent) paths.push(current);
  return paths;
}
