import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { ByDepth } from './by-depth.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  calleeOf,
  declaredValue,
  paramsOf,
  patternKey,
  returnedBy,
  targetOf,
  unwrap,
} from './expressions.js';
import type { SourceKind } from './model.js';

/**
 * The session sources that a reader takes: by its parameter's type where that says it, else by what its body (and the
 * functions of the file that it hands the parameter to) does with it. An async reader takes none: its result is a
 * promise, and no other reader's is.
 */
export function acceptedSources(fn: NodePath<t.Function>, program: t.Program): SourceKind[] {
  const param = fn.node.params[0];
  if (fn.node.async || !param) return [];
  const annotation = 'typeAnnotation' in param ? param.typeAnnotation : undefined;
  const byType =
    annotation?.type === 'TSTypeAnnotation' ? shapesOfType(annotation.typeAnnotation, program, 0) : undefined;
  return kindsOf(byType ?? new SourceUses(fn).shapes());
}

/** What a value that holds the ids may look like; a `record` is a plain header object. */
type Shape = SourceKind | 'record';

function kindsOf(shapes: ReadonlySet<Shape>): SourceKind[] {
  return (['request', 'node-request', 'headers'] as const).filter((kind) => shapes.has(kind));
}

const SHAPE_OF_NAME: Readonly<Record<string, Shape>> = {
  Request: 'request',
  NextRequest: 'request',
  NextApiRequest: 'node-request',
  IncomingMessage: 'node-request',
  Headers: 'headers',
  ReadonlyHeaders: 'headers',
  IncomingHttpHeaders: 'record',
  Dict: 'record',
  Record: 'record',
};

/** undefined where the type leaves it open (`any`, `unknown`, a type of another file). */
function shapesOfType(type: t.TSType, program: t.Program, depth: number): ReadonlySet<Shape> | undefined {
  if (depth > 8) return undefined;
  const again = (inner: t.TSType): ReadonlySet<Shape> | undefined => shapesOfType(inner, program, depth + 1);
  switch (type.type) {
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return new Set();
    case 'TSParenthesizedType':
      return again(type.typeAnnotation);
    case 'TSUnionType':
      return unionOf(type.types.map(again));
    case 'TSTypeLiteral':
      return shapesOfMembers(type.members, again);
    case 'TSIndexedAccessType': {
      const { indexType } = type;
      const key =
        indexType.type === 'TSLiteralType' && indexType.literal.type === 'StringLiteral'
          ? indexType.literal.value
          : '';
      const owner = type.objectType;
      if (key === 'req') return new Set(['node-request']);
      return key === 'headers' ? headersWithin(again(owner)) : undefined;
    }
    case 'TSTypeReference': {
      const { typeName } = type;
      const name = typeName.type === 'TSQualifiedName' ? typeName.right.name : typeName.name;
      const local = typeDeclaration(name, program);
      if (local?.type === 'TSTypeAliasDeclaration') return again(local.typeAnnotation);
      if (local) return shapesOfMembers(local.body.body, again);
      const known = SHAPE_OF_NAME[name];
      if (known !== undefined) return new Set([known]);
      const [inner] = type.typeParameters?.params ?? [];
      if (!inner) return undefined;
      // `Awaited<ReturnType<typeof headers>>`, `Readonly<…>`, `Pick<Request, 'headers'>`.
      return inner.type === 'TSTypeQuery' ? new Set(['headers']) : again(inner);
    }
    default:
      return undefined;
  }
}

function shapesOfMembers(
  members: readonly t.TSTypeElement[],
  shapesOf: (type: t.TSType) => ReadonlySet<Shape> | undefined,
): ReadonlySet<Shape> | undefined {
  const shapes = new Set<Shape>();
  for (const member of members) {
    if (member.type === 'TSIndexSignature') shapes.add('record');
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
    if (member.key.type !== 'Identifier') continue;
    if (member.key.name === 'get') shapes.add('headers');
    if (member.key.name !== 'headers' || member.type !== 'TSPropertySignature' || !member.typeAnnotation)
      continue;
    const owned = shapesOf(member.typeAnnotation.typeAnnotation);
    if (!owned) return undefined;
    if (owned.has('headers')) shapes.add('request');
    if (owned.has('record')) shapes.add('node-request');
  }
  return shapes;
}

/** What `T['headers']` is, by what `T` is. */
function headersWithin(owner: ReadonlySet<Shape> | undefined): ReadonlySet<Shape> | undefined {
  if (!owner) return undefined;
  const shapes = new Set<Shape>();
  if (owner.has('request')) shapes.add('headers');
  if (owner.has('node-request')) shapes.add('record');
  return shapes;
}

function unionOf(parts: readonly (ReadonlySet<Shape> | undefined)[]): ReadonlySet<Shape> | undefined {
  const shapes = new Set<Shape>();
  for (const part of parts) {
    if (!part) return undefined;
    for (const shape of part) shapes.add(shape);
  }
  return shapes;
}

function typeDeclaration(
  name: string,
  program: t.Program,
): t.TSTypeAliasDeclaration | t.TSInterfaceDeclaration | undefined {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'TSTypeAliasDeclaration' && declaration?.type !== 'TSInterfaceDeclaration')
      continue;
    if (declaration.id.name === name) return declaration;
  }
  return undefined;
}

/** What an expression is to the reader: the source it was given, or the `headers` property of it. */
type Role = 'source' | 'owned';

/** Follows the first parameter of a reader through its body and the file's functions that it is handed to. */
class SourceUses {
  readonly #parameters = new Map<Binding, Set<Role>>();
  readonly #functions = new Set<NodePath<t.Function>>();
  readonly #shapes = new Set<Shape>();
  /** What holds until more is known of a parameter or a function. */
  #roles = new ByDepth<ReadonlySet<Role>>();

  constructor(reader: NodePath<t.Function>) {
    this.#receive(reader, 0, new Set(['source']));
  }

  shapes(): ReadonlySet<Shape> {
    // Every round can only add roles, and a chain of helpers longer than this is not a reader.
    for (let round = 0; round < 6; round += 1) {
      for (const fn of [...this.#functions]) this.#scan(fn);
    }
    return this.#shapes;
  }

  #receive(fn: NodePath<t.Function>, position: number, roles: ReadonlySet<Role>): void {
    if (!this.#functions.has(fn)) this.#roles = new ByDepth();
    this.#functions.add(fn);
    const found = paramsOf(fn)[position];
    const param = found && targetOf(found);
    if (param?.isIdentifier()) this.#give(param.node.name, fn, roles);
    if (!param?.isObjectPattern() || !roles.has('source')) return;
    for (const [name, binding] of Object.entries(fn.scope.bindings)) {
      const key = patternKey(param.node, binding.identifier);
      if (key === 'headers') this.#give(name, fn, new Set(['owned']));
      if (key === 'req') this.#give(name, fn, new Set(['source']));
    }
  }

  #give(name: string, fn: NodePath<t.Function>, roles: ReadonlySet<Role>): void {
    const binding = fn.scope.getOwnBinding(name);
    if (!binding) return;
    const known = this.#parameters.get(binding) ?? new Set();
    const all = new Set([...known, ...roles]);
    if (all.size > known.size) this.#roles = new ByDepth();
    this.#parameters.set(binding, all);
  }

  #scan(fn: NodePath<t.Function>): void {
    readBelow(fn, {
      CallExpression: (call) => this.#scanCall(call),
      OptionalCallExpression: (call) => this.#scanCall(call),
      NewExpression: (made) => {
        if (!made.get('callee').isIdentifier({ name: 'Headers' })) return;
        const [argument] = made.get('arguments');
        const roles = argument ? this.#rolesOf(argument) : new Set<Role>();
        this.#read(roles, 'getter');
        this.#read(roles, 'record');
      },
      MemberExpression: (member) => this.#scanMember(member),
      OptionalMemberExpression: (member) => this.#scanMember(member),
    });
  }

  #scanCall(call: NodePath<t.CallExpression | t.OptionalCallExpression>): void {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    if (member?.name === 'get') this.#read(this.#rolesOf(member.object), 'getter');
    const onObject = member?.object.isIdentifier({ name: 'Object' }) === true;
    const target = followLocal(callee);
    argumentsOf(call).forEach((argument, position) => {
      const roles = this.#rolesOf(argument);
      if (roles.size === 0) return;
      if (onObject) this.#read(roles, 'record');
      if (target.isFunction()) this.#receive(target, position, roles);
    });
  }

  /** `headers[name]` and `headers['x-signal-…']`. */
  #scanMember(path: NodePath<t.MemberExpression | t.OptionalMemberExpression>): void {
    const member = asMember(path);
    if (!member || !path.node.computed || member.name === 'headers' || member.name === 'get') return;
    this.#read(this.#rolesOf(member.object), 'record');
  }

  #read(roles: ReadonlySet<Role>, as: 'getter' | 'record'): void {
    if (roles.has('source')) this.#shapes.add(as === 'getter' ? 'headers' : 'record');
    if (roles.has('owned')) this.#shapes.add(as === 'getter' ? 'request' : 'node-request');
  }

  #rolesOf(expression: NodePath, depth = 0): ReadonlySet<Role> {
    if (depth > 12) return new Set();
    const value = unwrap(expression);
    return this.#roles.once(value.node, depth, () => this.#rolesOfValue(value, depth));
  }

  #rolesOfValue(value: NodePath, depth: number): ReadonlySet<Role> {
    const again = (path: NodePath): ReadonlySet<Role> => this.#rolesOf(path, depth + 1);
    const both = (a: NodePath, b: NodePath): ReadonlySet<Role> => new Set([...again(a), ...again(b)]);
    if (value.isIdentifier()) {
      const binding = value.scope.getBinding(value.node.name);
      return binding ? this.#rolesOfBinding(binding, again) : new Set();
    }
    if (value.isLogicalExpression()) return both(value.get('left'), value.get('right'));
    if (value.isConditionalExpression()) return both(value.get('consequent'), value.get('alternate'));
    const member = asMember(value);
    if (member) {
      const owner =
        member.name === 'headers' || member.name === 'req' ? again(member.object) : new Set<Role>();
      if (!owner.has('source')) return new Set();
      return new Set<Role>([member.name === 'headers' ? 'owned' : 'source']);
    }
    const call = asCall(value);
    const target = call ? followLocal(calleeOf(call)) : undefined;
    return target?.isFunction() && this.#functions.has(target)
      ? this.#rolesOfResult(target, again)
      : new Set();
  }

  #rolesOfBinding(binding: Binding, rolesOf: (path: NodePath) => ReadonlySet<Role>): ReadonlySet<Role> {
    const roles = new Set(this.#parameters.get(binding));
    const declared = declaredValue(binding);
    for (const value of [...(declared ? [declared] : []), ...assignedValues(binding)]) {
      if (!value.isFunction()) for (const role of rolesOf(value)) roles.add(role);
    }
    const { path } = binding;
    const pattern = path.isVariableDeclarator() ? path.get('id') : undefined;
    if (path.isVariableDeclarator() && pattern?.isObjectPattern() && path.node.init) {
      const key = patternKey(pattern.node, binding.identifier);
      const from = rolesOf(path.get('init') as NodePath);
      if (key === 'headers' && from.has('source')) roles.add('owned');
      if (key === 'req' && from.has('source')) roles.add('source');
    }
    return roles;
  }

  #rolesOfResult(
    fn: NodePath<t.Function>,
    rolesOf: (path: NodePath) => ReadonlySet<Role>,
  ): ReadonlySet<Role> {
    return new Set(returnedBy(fn).flatMap((value) => [...rolesOf(value)]));
  }
}
