import type * as t from '@babel/types';
import { typeDeclaration } from '../declared-types.js';
import { importedFrom } from '../expressions.js';
import { holderOf } from './collections.js';
import { type FoundType, importedType } from './exported-types.js';
import { CLIENT, type TypeArguments, type TypeScope, type Value } from './value.js';
import type { Values } from './values.js';

/** Type arguments that say what the whole is about: the client in `Awaited<…>`, `NonNullable<…>`, `Promise<…>`. */
const TRANSPARENT = new Set([
  'Awaited',
  'NonNullable',
  'Promise',
  'PromiseLike',
  'Readonly',
  'Required',
  'Partial',
  'Pick',
  'Omit',
  'Exclude',
  'Extract',
]);

/** What a value of the type may be. A promise is taken for what it resolves to. */
export function typeValues(type: t.TSType, scope: TypeScope, values: Values): readonly Value[] {
  const again = (inner: t.TSType): readonly Value[] => values.ofType(inner, scope);
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return type.types.flatMap(again);
    case 'TSParenthesizedType':
    case 'TSOptionalType':
      return again(type.typeAnnotation);
    case 'TSTypeOperator':
      return type.operator === 'keyof' ? [] : again(type.typeAnnotation);
    case 'TSConditionalType':
      return [...again(type.trueType), ...again(type.falseType)];
    case 'TSArrayType':
      return [{ kind: 'holder', shape: 'list', held: type.elementType, scope }];
    case 'TSTypeLiteral':
      return [{ kind: 'members', members: type.members, scope }];
    case 'TSFunctionType':
      return [{ kind: 'signature', type, scope }];
    case 'TSTypeQuery':
      return queriedValues(type.exprName, scope, values);
    case 'TSImportType':
      return importTypeValues(type, scope, values);
    case 'TSIndexedAccessType': {
      const { indexType } = type;
      const key = indexType.type === 'TSLiteralType' ? indexType.literal : undefined;
      return key?.type === 'StringLiteral' ? values.member(again(type.objectType), key.value) : [];
    }
    case 'TSExpressionWithTypeArguments':
      return referenceValues(type.expression, type.typeParameters?.params ?? [], scope, values);
    case 'TSTypeReference':
      return referenceValues(type.typeName, type.typeParameters?.params ?? [], scope, values);
    default:
      return [];
  }
}

/** `typeof signal`, `typeof services.signal`, `typeof import('./signal')`. */
function queriedValues(name: t.TSTypeQuery['exprName'], scope: TypeScope, values: Values): readonly Value[] {
  switch (name.type) {
    case 'TSImportType':
      return importedQuery(name, scope, values);
    case 'TSQualifiedName':
      return values.member(queriedValues(name.left, scope, values), name.right.name);
    case 'Identifier': {
      const binding = scope.at.scope.getBinding(name.name);
      if (binding) return values.ofBinding(binding, scope.file);
      return name.name === 'globalThis' ? [{ kind: 'global' }] : [];
    }
  }
}

function importedQuery(type: t.TSImportType, scope: TypeScope, values: Values): readonly Value[] {
  const module = values.imported(type.argument.value, '*', scope.file);
  return namesOf(type.qualifier).reduce<readonly Value[]>(
    (found, name) => values.member(found, name),
    module,
  );
}

function importTypeValues(type: t.TSImportType, scope: TypeScope, values: Values): readonly Value[] {
  const [name] = namesOf(type.qualifier);
  if (name === undefined) return [];
  return foundValues(importedType(type.argument.value, name, scope.file, values), [], scope, values);
}

function namesOf(name: t.TSEntityName | null | undefined): string[] {
  if (!name) return [];
  if (name.type === 'TSQualifiedName') return [...namesOf(name.left), name.right.name];
  return name.type === 'Identifier' ? [name.name] : [];
}

function referenceValues(
  typeName: t.TSEntityName,
  params: readonly t.TSType[],
  scope: TypeScope,
  values: Values,
): readonly Value[] {
  const [name = '', member] = namesOf(typeName);
  const binding = scope.at.scope.getBinding(name);
  const imported = binding && importedFrom(binding);
  if (member !== undefined) {
    if (imported?.name !== '*') return [];
    return foundValues(importedType(imported.source, member, scope.file, values), params, scope, values);
  }
  const given = scope.given?.byName.get(name);
  if (given) return given;
  const local = typeDeclaration(name, scope.at);
  if (local) {
    const found: FoundType = { kind: 'declared', declaration: local, at: scope.at, file: scope.file };
    return foundValues(found, params, scope, values);
  }
  if (imported) {
    const found = importedType(imported.source, imported.name, scope.file, values);
    return found ? foundValues(found, params, scope, values) : standardValues(name, params, scope, values);
  }
  if (binding) return values.constructed(values.ofBinding(binding, scope.file));
  return standardValues(name, params, scope, values);
}

/** Types of TypeScript's own library, and those of packages that do the same under a name of their own. */
function standardValues(
  name: string,
  params: readonly t.TSType[],
  scope: TypeScope,
  values: Values,
): readonly Value[] {
  const [first] = params;
  if (!first) return [];
  const holder = holderOf(name, params, scope);
  if (holder) return [holder];
  // tRPC's `inferAsyncReturnType` is one of them.
  if (/ReturnType$/.test(name)) return values.called(values.ofType(first, scope));
  if (name === 'InstanceType') return values.constructed(values.ofType(first, scope));
  return TRANSPARENT.has(name) || params.length === 1 ? values.ofType(first, scope) : [];
}

function foundValues(
  found: FoundType | undefined,
  params: readonly t.TSType[],
  scope: TypeScope,
  values: Values,
): readonly Value[] {
  switch (found?.kind) {
    case undefined:
      return [];
    case 'client':
      return [CLIENT];
    case 'class':
      return values.constructed(found.values);
    case 'declared':
      return declaredValues(found, params, scope, values);
  }
}

function declaredValues(
  { declaration, at, file }: Extract<FoundType, { kind: 'declared' }>,
  params: readonly t.TSType[],
  scope: TypeScope,
  values: Values,
): readonly Value[] {
  const given = typeArguments(declaration, params, scope, { at, file }, values);
  const inside: TypeScope = { at, file, given };
  if (declaration.type === 'TSTypeAliasDeclaration') return values.ofType(declaration.typeAnnotation, inside);
  const inherited = (declaration.extends ?? []).flatMap((heritage) => values.ofType(heritage, inside));
  return [{ kind: 'members', members: declaration.body.body, scope: inside }, ...inherited];
}

function typeArguments(
  { typeParameters }: t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration,
  params: readonly t.TSType[],
  scope: TypeScope,
  own: TypeScope,
  values: Values,
): TypeArguments | undefined {
  if (!typeParameters) return undefined;
  const byName = new Map<string, readonly Value[]>();
  const given: TypeArguments = { byName, depth: (scope.given?.depth ?? 0) + 1 };
  for (const [index, { name, default: usual }] of typeParameters.params.entries()) {
    const argument = params[index];
    const found = argument
      ? values.ofType(argument, scope)
      : usual && values.ofType(usual, { ...own, given });
    byName.set(String(name), found ?? []);
  }
  return given;
}
