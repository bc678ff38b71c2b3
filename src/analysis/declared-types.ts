import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { ByDepth } from './by-depth.js';
import { importedFrom, keyName } from './expressions.js';

/** A type as it stands at `at`, whose scope its names are looked up in. */
interface TypeAt {
  readonly type: t.TSType;
  readonly at: NodePath;
}

/** The type that a name is annotated with: its own, or that of the key under which a pattern binds it. */
export function declaredType({ identifier, path, scope }: Binding): TypeAt | undefined {
  const at = scope.path;
  const own = annotated(identifier);
  if (own) return { type: own, at };
  const pattern = patternAround(path, identifier);
  const type = pattern && annotated(pattern);
  const key = pattern?.properties.find(
    (one): one is t.ObjectProperty => one.type === 'ObjectProperty' && binds(one, identifier),
  );
  const member = type && key && memberType(type, keyName(key), at, 0);
  return member ? { type: member, at } : undefined;
}

/** A type that is imported. */
interface TypeReference {
  readonly name: string;
  readonly source: string;
}

/** The imported types that a type is made of, through unions, `Pick<…>`, `ReturnType<typeof f>` and the like; each once. */
export function typeReferences({ type, at }: TypeAt): readonly TypeReference[] {
  return referencesOf(type, at, 0, new ByDepth());
}

function referencesOf(
  type: t.TSType,
  at: NodePath,
  depth: number,
  known: ByDepth<readonly TypeReference[]>,
): readonly TypeReference[] {
  if (depth > 5) return [];
  const again = (inner: t.TSType) => referencesOf(inner, at, depth + 1, known);
  return known.once(type, depth, () => eachOnce(referencesBelow(type, at, again)));
}

function referencesBelow(
  type: t.TSType,
  at: NodePath,
  again: (inner: t.TSType) => readonly TypeReference[],
): readonly TypeReference[] {
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap(again);
    case 'TSParenthesizedType':
      return again(type.typeAnnotation);
    case 'TSTypeQuery': {
      const binding =
        type.exprName.type === 'Identifier' ? at.scope.getBinding(type.exprName.name) : undefined;
      const imported = binding && importedFrom(binding);
      return imported ? [imported] : [];
    }
    case 'TSTypeReference': {
      const inner = (type.typeParameters?.params ?? []).flatMap(again);
      if (type.typeName.type !== 'Identifier') return inner;
      const declared = typeDeclaration(type.typeName.name, at);
      if (declared?.type === 'TSTypeAliasDeclaration') return again(declared.typeAnnotation);
      const binding = at.scope.getBinding(type.typeName.name);
      const imported = binding && importedFrom(binding);
      return imported ? [imported, ...inner] : inner;
    }
    default:
      return [];
  }
}

function eachOnce(references: readonly TypeReference[]): readonly TypeReference[] {
  return [...new Map(references.map((one) => [`${one.name} ${one.source}`, one])).values()];
}

/** The interface or type alias of that name in the file of `at`. */
export function typeDeclaration(
  name: string,
  at: NodePath,
): t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration | undefined {
  const program = at.scope.getProgramParent().path.node;
  for (const statement of program.type === 'Program' ? program.body : []) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const isType =
      declaration?.type === 'TSInterfaceDeclaration' || declaration?.type === 'TSTypeAliasDeclaration';
    if (isType && declaration.id.name === name) return declaration;
  }
  return undefined;
}

function annotated(node: t.Identifier | t.ObjectPattern): t.TSType | undefined {
  return node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
}

function patternAround(path: NodePath, identifier: t.Identifier): t.ObjectPattern | undefined {
  const target = path.isVariableDeclarator() ? path.node.id : path.node;
  const pattern = target.type === 'AssignmentPattern' ? target.left : target;
  if (pattern.type !== 'ObjectPattern') return undefined;
  return pattern.properties.some((one) => one.type === 'ObjectProperty' && binds(one, identifier))
    ? pattern
    : undefined;
}

function binds({ value }: t.ObjectProperty, identifier: t.Identifier): boolean {
  return (value.type === 'AssignmentPattern' ? value.left : value) === identifier;
}

function memberType(
  type: t.TSType,
  key: string | undefined,
  at: NodePath,
  depth: number,
): t.TSType | undefined {
  if (type.type === 'TSTypeLiteral') return memberOf(type.members, key);
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier' || depth > 5) return undefined;
  const declared = typeDeclaration(type.typeName.name, at);
  if (declared?.type === 'TSInterfaceDeclaration') return memberOf(declared.body.body, key);
  return declared && memberType(declared.typeAnnotation, key, at, depth + 1);
}

function memberOf(members: readonly t.TSTypeElement[], key: string | undefined): t.TSType | undefined {
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
    if (member.key.name === key) return member.typeAnnotation?.typeAnnotation;
  }
  return undefined;
}
