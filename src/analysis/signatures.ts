import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { ByDepth } from './by-depth.js';
import { exportedValue } from './exported-value.js';
import { importedFrom } from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { ANY_KEY, type Key } from './steps.js';

/** A declaration of parameters without a body. */
export type SignatureNode =
  | t.TSDeclareFunction
  | t.TSDeclareMethod
  | t.TSFunctionType
  | t.TSMethodSignature
  | t.TSCallSignatureDeclaration;

/** The parameters of a declaration that a call gives values for: `this` is none of them. */
export function parametersOf(node: t.Function | SignatureNode): readonly t.Node[] {
  const params = writtenParametersOf(node);
  const [first] = params;
  return first?.type === 'Identifier' && first.name === 'this' ? params.slice(1) : params;
}

/** All that stands between the parentheses of a declaration. */
export function writtenParametersOf(node: t.Function | SignatureNode): readonly t.Node[] {
  return 'params' in node ? node.params : node.parameters;
}

export type TypeDeclaration = NodePath<t.TSInterfaceDeclaration | t.TSTypeAliasDeclaration>;

/** Where a declared type says what a function takes. */
export type DeclaredMember =
  /** The type leaves the function's own parameters as they are: `any`, `const`, a type that does not hold it. */
  | { readonly kind: 'unrelated' }
  /** The type does say, but somewhere that cannot be seen or changed. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'signature';
      readonly file: SourceFile;
      readonly node: NodePath<SignatureNode>;
      /** The named types of the project through which it is found. */
      readonly holders: readonly TypeHolder[];
    };

/** A named type, and how many of the keys lead from a value of it to the function. */
interface TypeHolder {
  readonly declaration: TypeDeclaration;
  readonly file: SourceFile;
  readonly keys: number;
}

const UNRELATED: DeclaredMember = { kind: 'unrelated' };
const UNKNOWN: DeclaredMember = { kind: 'unknown' };
const WRAPPERS = new Set(['Readonly', 'Promise', 'Awaited', 'NonNullable', 'Partial', 'Required']);
/** What follows a function, or what it gives, without anything being declared. */
const DERIVED = new Set(['ReturnType', 'InstanceType']);

/** Generic types that say of what is under each key what their last argument is. */
const COLLECTIONS = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'Map', 'ReadonlyMap', 'Record']);

/** Whether `name` is that of a generic type whose last argument is the type of every entry. */
export function isCollection(name: string): boolean {
  return COLLECTIONS.has(name);
}

/** The declaration of the function at `keys` of a value that is declared to be of `type`. */
export function declaredMember(
  type: t.TSType,
  keys: readonly Key[],
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
): DeclaredMember {
  const known = new ByDepth<DeclaredMember>();
  return memberOf({ type, at, file, host, known }, keys, 0);
}

interface TypeAt {
  readonly type: t.TSType;
  readonly at: NodePath;
  readonly file: SourceFile;
  readonly host: ModuleHost;
  readonly known: ByDepth<DeclaredMember>;
}

function memberOf(given: TypeAt, keys: readonly Key[], depth: number): DeclaredMember {
  if (depth > 6) return UNKNOWN;
  return given.known.once(given.type, depth, () => memberOfType(given, keys, depth), `${keys.length}`);
}

function memberOfType(given: TypeAt, keys: readonly Key[], depth: number): DeclaredMember {
  const { type, at, file, host } = given;
  const [key, ...rest] = keys;
  const again = (next: Partial<TypeAt>, left = keys) => memberOf({ ...given, ...next }, left, depth + 1);
  switch (type.type) {
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
    case 'TSVoidKeyword':
    case 'TSTypeQuery':
      return UNRELATED;
    case 'TSParenthesizedType':
      return again({ type: type.typeAnnotation });
    case 'TSUnionType':
    case 'TSIntersectionType': {
      const found = type.types.map((one) => again({ type: one }));
      return (
        found.find(({ kind }) => kind === 'signature') ??
        found.find(({ kind }) => kind === 'unknown') ??
        UNRELATED
      );
    }
    case 'TSFunctionType':
      return keys.length === 0 ? signature(type, given) : UNRELATED;
    case 'TSArrayType':
      return key === ANY_KEY ? again({ type: type.elementType }, rest) : UNRELATED;
    case 'TSTypeOperator':
      return type.operator === 'readonly' ? again({ type: type.typeAnnotation }) : UNKNOWN;
    case 'TSMappedType':
      return key !== undefined && type.typeAnnotation ? again({ type: type.typeAnnotation }, rest) : UNKNOWN;
    case 'TSTypeLiteral':
      return inMembers(type.members, given, keys, depth);
    case 'TSExpressionWithTypeArguments':
    case 'TSTypeReference': {
      const name = referenceName(type);
      if (name === undefined) return UNKNOWN;
      if (name === 'const' || (DERIVED.has(name) && type.typeParameters?.params[0]?.type === 'TSTypeQuery'))
        return UNRELATED;
      const inner = type.typeParameters?.params[0];
      if (WRAPPERS.has(name) && inner) return again({ type: inner });
      const entry = isCollection(name) ? type.typeParameters?.params.at(-1) : undefined;
      if (entry && (key === ANY_KEY || (key !== undefined && name === 'Record')))
        return again({ type: entry }, rest);
      const declared = findType(name, at, file, host);
      // A class says by itself what its methods take.
      if (!declared) return isClassName(name, at, file, host) ? UNRELATED : UNKNOWN;
      const { declaration } = declared;
      const next = { at: declaration as NodePath, file: declared.file };
      const heldBy = (found: DeclaredMember): DeclaredMember =>
        found.kind === 'signature'
          ? { ...found, holders: [...found.holders, { ...declared, keys: keys.length }] }
          : found;
      if (declaration.isTSTypeAliasDeclaration())
        return heldBy(again({ ...next, type: declaration.node.typeAnnotation }));
      if (!declaration.isTSInterfaceDeclaration()) return UNKNOWN;
      const own = inMembers(declaration.node.body.body, { ...given, ...next }, keys, depth);
      if (own.kind !== 'unrelated') return heldBy(own);
      const parents = (declaration.node.extends ?? []).map((one) =>
        again({ ...next, type: one as t.TSExpressionWithTypeArguments }),
      );
      return heldBy(parents.find(({ kind }) => kind !== 'unrelated') ?? UNRELATED);
    }
    default:
      return UNKNOWN;
  }
}

function inMembers(
  members: readonly t.TSTypeElement[],
  given: TypeAt,
  keys: readonly Key[],
  depth: number,
): DeclaredMember {
  const [key, ...rest] = keys;
  const named = members.filter((one) =>
    key === undefined
      ? one.type === 'TSCallSignatureDeclaration'
      : (one.type === 'TSMethodSignature' || one.type === 'TSPropertySignature') &&
        one.key.type === 'Identifier' &&
        one.key.name === key,
  );
  const ofAll = key === undefined ? [] : members.filter(({ type }) => type === 'TSIndexSignature');
  const found = named.length > 0 ? named : ofAll;
  const [only] = found;
  if (!only) return key === ANY_KEY && members.length > 0 ? UNKNOWN : UNRELATED;
  if (found.length > 1) return UNKNOWN;
  if (only.type === 'TSPropertySignature' || only.type === 'TSIndexSignature') {
    const type = only.typeAnnotation?.typeAnnotation;
    return type ? memberOf({ ...given, type }, rest, depth + 1) : UNKNOWN;
  }
  if (rest.length > 0) return UNKNOWN;
  return only.type === 'TSMethodSignature' || only.type === 'TSCallSignatureDeclaration'
    ? signature(only, given)
    : UNKNOWN;
}

function signature(node: SignatureNode, { file }: TypeAt): DeclaredMember {
  const path = signaturesOf(file).get(node);
  return path ? { kind: 'signature', file, node: path, holders: [] } : UNKNOWN;
}

const signaturesByFile = new WeakMap<SourceFile, ReadonlyMap<t.Node, NodePath<SignatureNode>>>();

/** Every declaration of parameters without a body in a file, by its node. */
function signaturesOf(file: SourceFile): ReadonlyMap<t.Node, NodePath<SignatureNode>> {
  const known = signaturesByFile.get(file);
  if (known) return known;
  const found = new Map<t.Node, NodePath<SignatureNode>>();
  const add = (path: NodePath<SignatureNode>): void => {
    found.set(path.node, path);
  };
  readBelow(programOf(file), {
    TSDeclareFunction: add,
    TSDeclareMethod: add,
    TSFunctionType: add,
    TSMethodSignature: add,
    TSCallSignatureDeclaration: add,
  });
  signaturesByFile.set(file, found);
  return found;
}

function referenceName(type: t.TSTypeReference | t.TSExpressionWithTypeArguments): string | undefined {
  const name = type.type === 'TSTypeReference' ? type.typeName : type.expression;
  return name.type === 'Identifier' ? name.name : undefined;
}

function isClassName(name: string, at: NodePath, file: SourceFile, host: ModuleHost): boolean {
  const binding = at.scope.getBinding(name);
  if (binding?.path.isClassDeclaration()) return true;
  const imported = binding && importedFrom(binding);
  const path = imported && host.resolve(imported.source, file.path);
  const other = path === undefined ? undefined : host.load(path);
  return (
    imported !== undefined && other !== undefined && exportedValue(other, imported.name)?.isClass() === true
  );
}

/** The interface or type alias that `name` stands for in `file`, its own or one imported from the project. */
export function findType(
  name: string,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
): FoundType | undefined {
  const origin = originOfType(name, at, file, host);
  return origin?.kind === 'declared' ? origin : undefined;
}

/** Where the type that `name` stands for in `file` is declared, or the module without source that it is taken from. */
export function originOfType(
  name: string,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
): TypeOrigin | undefined {
  return typeNamed(name, at, file, host, 0, new ByDepth());
}

interface FoundType {
  readonly declaration: TypeDeclaration;
  readonly file: SourceFile;
}

type TypeOrigin =
  | ({ readonly kind: 'declared' } & FoundType)
  /** `file` is the last one of the project on the way there. */
  | { readonly kind: 'elsewhere'; readonly source: string; readonly file: SourceFile };

function typeNamed(
  name: string,
  at: NodePath,
  file: SourceFile,
  host: ModuleHost,
  hops: number,
  known: ByDepth<TypeOrigin | undefined>,
): TypeOrigin | undefined {
  let elsewhere: TypeOrigin | undefined;
  for (const statement of programOf(file).get('body')) {
    const declaration = statement.isExportNamedDeclaration()
      ? (statement.get('declaration') as NodePath)
      : (statement as NodePath);
    if (
      (declaration.isTSInterfaceDeclaration() || declaration.isTSTypeAliasDeclaration()) &&
      declaration.node.id.name === name
    )
      return { kind: 'declared', declaration: declaration as TypeDeclaration, file };
    if (hops > 0 && statement.isExportAllDeclaration() && hops < 5) {
      const found = inModule(name, statement.node.source.value, file, host, hops, known);
      if (found?.kind === 'declared') return found;
      elsewhere ??= found;
    }
    if (hops > 0 && statement.isExportNamedDeclaration() && statement.node.source && hops < 5) {
      for (const one of statement.node.specifiers) {
        if (one.type !== 'ExportSpecifier') continue;
        const exported = one.exported.type === 'Identifier' ? one.exported.name : one.exported.value;
        if (exported === name)
          return inModule(one.local.name, statement.node.source.value, file, host, hops, known);
      }
    }
  }
  const binding = at.scope.getBinding(name);
  const imported = binding && importedFrom(binding);
  return imported && hops < 5 ? inModule(imported.name, imported.source, file, host, hops, known) : elsewhere;
}

function inModule(
  name: string,
  source: string,
  from: SourceFile,
  host: ModuleHost,
  hops: number,
  known: ByDepth<TypeOrigin | undefined>,
): TypeOrigin | undefined {
  const path = host.resolve(source, from.path);
  if (path === undefined) return { kind: 'elsewhere', source, file: from };
  const file = host.load(path);
  if (!file) return undefined;
  return known.once(file, hops, () => typeNamed(name, programOf(file), file, host, hops + 1, known), name);
}
