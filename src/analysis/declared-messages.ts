import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { ByDepth } from './by-depth.js';
import { moduleExports } from './exports.js';
import {
  annotationOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  importedFrom,
  memberCalled,
  returnedBy,
  unwrap,
} from './expressions.js';
import type { LackingMessage } from './model.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import { membersOf, objectType } from './session-slot.js';
import { SESSION_KEYS } from './signal-methods.js';
import { declaredMember, parametersOf } from './signatures.js';

const MAX_HOPS = 8;

interface TypeAt {
  readonly type: t.TSType;
  readonly at: NodePath;
  readonly file: SourceFile;
}

/** The type that keeps the event of a Signal call from carrying the ids, where the app declares the client with one of its own. */
export function lackingMessage(
  call: CallPath,
  method: string,
  file: SourceFile,
  host: ModuleHost,
): LackingMessage | undefined {
  if (file.language === 'js') return undefined;
  const member = memberCalled(call);
  const declared = member && declaredTypeOf(member.object, file, host);
  if (!declared) return undefined;
  const found = declaredMember(declared.type, [method], declared.at, declared.file, host);
  if (found.kind !== 'signature') return undefined;
  const [param] = parametersOf(found.node.node);
  const annotation =
    param?.type === 'Identifier' || param?.type === 'ObjectPattern' ? annotationOf(param) : undefined;
  const type = annotation && objectType(annotation, found.file, host);
  if (!type) return undefined;
  const members = membersOf(type.node);
  if (members.some((one) => one.type === 'TSIndexSignature')) return undefined;
  const keys = SESSION_KEYS.filter(
    (key) => !members.some((one) => 'key' in one && one.key.type === 'Identifier' && one.key.name === key),
  );
  return keys.length === 0 ? undefined : { ...type, keys };
}

/** The type that some declaration on the way to its value gives `expression`. */
function declaredTypeOf(
  expression: NodePath,
  file: SourceFile,
  host: ModuleHost,
  hops = 0,
  known: KnownTypes = new ByDepth(),
): TypeAt | undefined {
  if (hops > MAX_HOPS) return undefined;
  return known.once(expression.node, hops, () => typeOf(expression, file, host, hops, known));
}

type KnownTypes = ByDepth<TypeAt | undefined>;

function typeOf(
  expression: NodePath,
  file: SourceFile,
  host: ModuleHost,
  hops: number,
  known: KnownTypes,
): TypeAt | undefined {
  const again = (next: NodePath, from = file): TypeAt | undefined =>
    declaredTypeOf(next, from, host, hops + 1, known);
  if (expression.isTSAsExpression()) return { type: expression.node.typeAnnotation, at: expression, file };
  if (expression.isAwaitExpression()) return again(expression.get('argument'));
  const value = unwrap(expression);
  if (value !== expression) return again(value);
  const call = asCall(value);
  if (call) return resultType(call, file, host, hops, known);
  if (value.isIdentifier()) {
    const binding = value.scope.getBinding(value.node.name);
    if (!binding) return undefined;
    const imported = importedFrom(binding);
    if (imported) {
      const exported = exportOf(imported.source, imported.name, file, host);
      return exported && heldType(exported.value, exported.file, host, hops, known);
    }
    return bindingType(binding.path, value.node.name, file, host, hops, known);
  }
  const member = asMember(value);
  if (member?.name === undefined) return undefined;
  if (member.object.isThisExpression()) return fieldType(value, member.name, file);
  const holder = again(member.object);
  return holder && propertyType(holder, member.name, host);
}

/** The type that an object type of the project gives its property `name`. */
function propertyType({ type, file }: TypeAt, name: string, host: ModuleHost): TypeAt | undefined {
  const object = objectType(type, file, host);
  for (const one of object ? membersOf(object.node) : []) {
    if (one.type !== 'TSPropertySignature' || one.key.type !== 'Identifier' || one.key.name !== name)
      continue;
    const own = one.typeAnnotation?.typeAnnotation;
    return own && object && { type: own, at: programOf(object.file), file: object.file };
  }
  return undefined;
}

/** The type of a value by the variable that holds it, else by what it is. */
function heldType(
  value: NodePath,
  file: SourceFile,
  host: ModuleHost,
  hops: number,
  known: KnownTypes,
): TypeAt | undefined {
  const { parentPath } = value;
  if (parentPath?.isVariableDeclarator() && parentPath.node.id.type === 'Identifier') {
    const type = annotationOf(parentPath.node.id);
    if (type) return { type, at: parentPath, file };
  }
  return declaredTypeOf(value, file, host, hops + 1, known);
}

function bindingType(
  path: NodePath,
  name: string,
  file: SourceFile,
  host: ModuleHost,
  hops: number,
  known: KnownTypes,
): TypeAt | undefined {
  const held = path.isVariableDeclarator()
    ? path.node.id
    : path.isAssignmentPattern()
      ? path.node.left
      : path.node;
  if (held.type !== 'Identifier' || held.name !== name) return undefined;
  const type = annotationOf(held);
  if (type) return { type, at: path, file };
  const init = path.isVariableDeclarator() ? (path.get('init') as NodePath) : undefined;
  return init?.node ? declaredTypeOf(init, file, host, hops + 1, known) : undefined;
}

function resultType(
  call: CallPath,
  file: SourceFile,
  host: ModuleHost,
  hops: number,
  known: KnownTypes,
): TypeAt | undefined {
  const called = functionNamed(unwrap(calleeOf(call)), file, host);
  if (!called) return undefined;
  const { returnType } = called.fn.node;
  if (returnType?.type === 'TSTypeAnnotation')
    return { type: returnType.typeAnnotation, at: called.fn, file: called.file };
  for (const returned of returnedBy(called.fn)) {
    const type = declaredTypeOf(returned, called.file, host, hops + 1, known);
    if (type) return type;
  }
  return undefined;
}

function functionNamed(
  callee: NodePath,
  file: SourceFile,
  host: ModuleHost,
): { fn: NodePath<t.Function>; file: SourceFile } | undefined {
  const binding = callee.isIdentifier() ? callee.scope.getBinding(callee.node.name) : undefined;
  const imported = binding && importedFrom(binding);
  const found = imported
    ? exportOf(imported.source, imported.name, file, host)
    : binding && { value: binding.path as NodePath, file };
  if (!found) return undefined;
  const value = found.value.isVariableDeclarator() ? (found.value.get('init') as NodePath) : found.value;
  return value.isFunction() ? { fn: value, file: found.file } : undefined;
}

function exportOf(
  source: string,
  name: string,
  from: SourceFile,
  host: ModuleHost,
  hops = 0,
  known: KnownExports = new ByDepth(),
): Exported | undefined {
  const path = host.resolve(source, from.path);
  const file = path === undefined ? undefined : host.load(path);
  if (!file || hops > MAX_HOPS) return undefined;
  return known.once(file, hops, () => exportNamed(file, name, host, hops, known), name);
}

interface Exported {
  readonly value: NodePath;
  readonly file: SourceFile;
}

type KnownExports = ByDepth<Exported | undefined>;

function exportNamed(
  file: SourceFile,
  name: string,
  host: ModuleHost,
  hops: number,
  known: KnownExports,
): Exported | undefined {
  for (const one of moduleExports(programOf(file))) {
    if (one.kind === 'value' && one.name === name) return { value: one.value, file };
    if (one.kind === 'from' && one.name === name)
      return exportOf(one.source, one.imported, file, host, hops + 1, known);
    const found = one.kind === 'all' ? exportOf(one.source, name, file, host, hops + 1, known) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** `private readonly analytics: Analytics`, as a property or as a parameter of the constructor. */
function fieldType(at: NodePath, name: string, file: SourceFile): TypeAt | undefined {
  const of = at.findParent((one) => one.isClass());
  if (!of?.isClass()) return undefined;
  for (const one of of.get('body').get('body')) {
    if (one.isClassProperty() && one.node.key.type === 'Identifier' && one.node.key.name === name) {
      const type = annotationOf(one.node);
      return type && { type, at: one, file };
    }
    if (!one.isClassMethod({ kind: 'constructor' })) continue;
    for (const param of one.node.params) {
      if (param.type !== 'TSParameterProperty') continue;
      const own = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
      const type = own.type === 'Identifier' && own.name === name ? annotationOf(own) : undefined;
      if (type) return { type, at: one, file };
    }
  }
  return undefined;
}
