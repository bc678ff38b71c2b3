import type * as t from '@babel/types';
import { hashOf } from '../source/hash.js';
import type { SourceFile } from '../source/parse.js';

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
  return file.ast.program.body.flatMap((statement): Declaration[] => {
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const name = node ? nameOf(node) : undefined;
    if (!node || name === undefined) return [];
    const last = statement.leadingComments?.at(-1);
    const doc = last?.type === 'CommentBlock' ? last : undefined;
    const fingerprint = { code: hash(plain(node)), doc: doc === undefined ? '' : hash(words(doc.value)) };
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

/** Where a node stands, and how its literals and commas are written. */
const FORMATTING = new Set(['start', 'end', 'loc', 'range', 'extra']);
const COMMENTS = new Set(['leadingComments', 'innerComments', 'trailingComments']);

/** A node as plain data, without its formatting; comments count inside it, not around it. */
function plain(node: t.Node): unknown {
  return dataOf(node, COMMENTS);
}

function dataOf(value: unknown, leftOut: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => dataOf(one, new Set()));
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([key, of]) => of !== undefined && !FORMATTING.has(key) && !leftOut.has(key))
    .map(([key, of]) => [key, COMMENTS.has(key) ? commentsIn(of) : dataOf(of, new Set())]);
}

function commentsIn(value: unknown): string[] {
  return Array.isArray(value) ? (value as t.Comment[]).map((comment) => words(comment.value)) : [];
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
