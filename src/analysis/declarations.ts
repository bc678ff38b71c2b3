import type * as t from '@babel/types';
import { commentsBetween } from '../source/comments.js';
import { hashOf } from '../source/hash.js';
import type { SourceFile } from '../source/parse.js';
import { traverse } from '../source/traverse.js';

/** What tells one text of a declaration from another, however it is formatted. */
export interface Fingerprint {
  /** Of the code, with the comments inside it. */
  readonly code: string;
  /** Of the comment above it; empty where there is none. */
  readonly doc: string;
}

/** A declaration of one name at the top level of a module. */
export interface Declaration {
  readonly name: string;
  /** Without `export`. */
  readonly node: t.Node;
  readonly statement: t.Statement;
  /** The block comment right above it. */
  readonly doc: t.Comment | undefined;
  readonly fingerprint: Fingerprint;
}

/** The named functions, constants, interfaces and types that a module declares, in their order. */
export function declarationsOf(file: SourceFile): Declaration[] {
  const { body, directives } = file.ast.program;
  return body.flatMap((statement, index): Declaration[] => {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const name = node ? nameOf(node) : undefined;
    if (!node || name === undefined) return [];
    const before = body[index - 1] ?? directives.at(-1);
    const last = commentsBetween(file, before?.end ?? 0, statement.start ?? 0).at(-1);
    const doc = last?.type === 'CommentBlock' ? last : undefined;
    const code = hash([dataOf(node), commentsIn(file, node)]);
    const fingerprint = { code, doc: doc === undefined ? '' : hash(words(doc.value)) };
    return [{ name, node, statement, doc, fingerprint }];
  });
}

function nameOf(node: t.Node): string | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return node.id?.name;
    case 'VariableDeclaration': {
      const [only, ...others] = node.declarations;
      return only?.id.type === 'Identifier' && others.length === 0 ? only.id.name : undefined;
    }
    default:
      return undefined;
  }
}

/** Where a node stands, how its literals and commas are written, and the comments around it. */
const FORMATTING = new Set([
  ...['start', 'end', 'loc', 'range', 'extra'],
  ...['leadingComments', 'innerComments', 'trailingComments'],
]);

/** A node as plain data, without its formatting. */
function dataOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dataOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key, of]) => of !== undefined && !FORMATTING.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => [key, dataOf(of)]);
}

/** The comments inside a node, each with its place: how many nodes start before it. */
function commentsIn(file: SourceFile, node: t.Node): (readonly [number, string])[] {
  const comments = commentsBetween(file, node.start ?? 0, node.end ?? 0);
  if (comments.length === 0) return [];
  const starts: number[] = [];
  traverse.cheap(node, ({ start }) => {
    starts.push(start ?? 0);
  });
  return comments.map(({ start, value }) => [
    starts.filter((one) => one < (start ?? 0)).length,
    words(value),
  ]);
}

function words(comment: string): string {
  return comment
    .split(/[\s*]+/)
    .filter(Boolean)
    .join(' ');
}

function hash(data: unknown): string {
  return hashOf(JSON.stringify(data)).slice(0, 16);
}
