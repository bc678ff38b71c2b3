import babelTypes, { type Identifier, type JSXIdentifier, type Node, type Statement } from '@babel/types';
import { programOf } from '../analysis/program.js';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { type NodePath, traverse } from '../source/traverse.js';
import { isWrapper } from '../source/wrappers.js';

/** What one file's names come to. */
export interface NameCheck {
  /** Names that are used but not declared where they are used, whether as a value or as a type. */
  readonly unresolved: ReadonlySet<string>;
  /** Names that are declared twice where only one declaration may stand. */
  readonly duplicates: ReadonlySet<string>;
  /** By offset: what each name that is used stands for. */
  readonly references: ReadonlyMap<number, Reference>;
}

export interface Reference {
  readonly name: string;
  /** The offset of its declaration; undefined for what this file does not bind as a value. */
  readonly declaredAt: number | undefined;
}

/**
 * Resolves the names of a file that parsed. Knows nothing of other files: an import counts as declared.
 * @param isAsked which names are resolved.
 */
export function checkNames(file: SourceFile, isAsked: (name: string) => boolean = () => true): NameCheck {
  const unresolved = new Set<string>();
  const duplicates = duplicateTypeNames(file);
  const references = new Map<number, Reference>();
  const note = (path: NodePath, name: string, at: Node): void => {
    const declaredAt = path.scope.getBinding(name)?.identifier.start ?? undefined;
    references.set(at.start ?? -1, { name, declaredAt });
    if (declaredAt === undefined && !declaredAround(path, name)) unresolved.add(name);
  };
  const noteReference = (path: NodePath<Identifier | JSXIdentifier>): void => {
    // Most names are not asked for, and to tell what they are takes longer.
    if (!isAsked(path.node.name) || !path.isReferencedIdentifier()) return;
    const name = referencedName(path);
    if (name !== undefined) note(path, name, path.node);
  };
  // What is assigned to is no reference.
  const noteTargets = (path: NodePath): void => {
    for (const [name, at] of Object.entries(babelTypes.getAssignmentIdentifiers(path.node)))
      if (isAsked(name)) note(path, name, at);
  };
  try {
    readBelow(programOf(file), {
      Identifier: noteReference,
      JSXIdentifier: noteReference,
      AssignmentExpression: noteTargets,
      ForXStatement: noteTargets,
    });
  } catch (error) {
    const name =
      error instanceof Error ? /Duplicate declaration "([^"]+)"/.exec(error.message)?.[1] : undefined;
    if (name === undefined) throw error;
    duplicates.add(name);
  }
  return { unresolved, duplicates, references };
}

/** The name that `path` uses, or undefined where an identifier stands for something else (a type's own name, a label). */
function referencedName(path: NodePath): string | undefined {
  const { node, parent } = path;
  if (node.type === 'JSXIdentifier') return parent.type === 'JSXAttribute' ? undefined : node.name;
  if (node.type !== 'Identifier') return undefined;
  if (node.name === 'const' && parent.type === 'TSTypeReference') return undefined;
  if (isWrapper(parent)) return node.name;
  switch (parent.type) {
    case 'TSQualifiedName':
      return path.key === 'left' ? node.name : undefined;
    case 'TSEnumMember':
      return path.key === 'initializer' ? node.name : undefined;
    case 'TSTypeReference':
    case 'TSTypeQuery':
    case 'TSExpressionWithTypeArguments':
    case 'TSInstantiationExpression':
    case 'TSExportAssignment':
      return node.name;
    default:
      return parent.type.startsWith('TS') ? undefined : node.name;
  }
}

/** Whether a declaration that `@babel/traverse` does not bind (types, enums, namespaces, type parameters) is in reach. */
function declaredAround(path: NodePath, name: string): boolean {
  for (let around: NodePath | null = path.parentPath; around !== null; around = around.parentPath) {
    const { node } = around;
    if (typeParametersOf(node).includes(name)) return true;
    if (typeLevelNamesIn(node).has(name)) return true;
  }
  return false;
}

function typeParametersOf(node: Node): string[] {
  const names: string[] = [];
  if (node.type === 'TSMappedType') names.push(node.typeParameter.name);
  if (node.type === 'TSConditionalType') names.push(...inferredNames(node.extendsType));
  if ('typeParameters' in node && node.typeParameters?.type === 'TSTypeParameterDeclaration') {
    for (const parameter of node.typeParameters.params) {
      if (parameter.type === 'TSTypeParameter') names.push(parameter.name);
    }
  }
  return names;
}

function inferredNames(node: Node): string[] {
  const names: string[] = [];
  traverse.cheap(node, (inner) => {
    if (inner.type === 'TSInferType') names.push(inner.typeParameter.name);
  });
  return names;
}

const typeLevelNames = new WeakMap<Node, ReadonlySet<string>>();

/** What the statements of a body declare as types. Made once for each body: a long one is asked for every name in it. */
function typeLevelNamesIn(node: Node): ReadonlySet<string> {
  const known = typeLevelNames.get(node);
  if (known) return known;
  const names = new Set(bodyOf(node).flatMap((statement) => typeLevelNameOf(statement) ?? []));
  typeLevelNames.set(node, names);
  return names;
}

function bodyOf(node: Node): readonly Statement[] {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'TSModuleBlock':
      return node.body;
    default:
      return [];
  }
}

function typeLevelNameOf(statement: Statement): string | undefined {
  const declaration =
    (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') &&
    statement.declaration
      ? statement.declaration
      : statement;
  switch (declaration.type) {
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
    case 'TSDeclareFunction':
      return declaration.id?.type === 'Identifier' ? declaration.id.name : undefined;
    default:
      return undefined;
  }
}

/** Imported names that an interface or type alias declares again: the parser lets them pass, the compiler does not. */
function duplicateTypeNames(file: SourceFile): Set<string> {
  const imported = new Set<string>();
  const declared: string[] = [];
  for (const statement of file.ast.program.body) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) imported.add(specifier.local.name);
      continue;
    }
    const name = typeLevelNameOf(statement);
    if (name !== undefined) declared.push(name);
  }
  return new Set(declared.filter((name) => imported.has(name)));
}
