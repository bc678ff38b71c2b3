import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { ByDepth } from '../by-depth.js';
import {
  argumentsOf,
  asCall,
  asMember,
  calleeOf,
  destructuredFrom,
  importedFrom,
  initOf,
  isImported,
  keyName,
  originalName,
  patternKey,
  returnedBy,
  unwrap,
} from '../expressions.js';
import { programOf } from '../program.js';
import type { ModuleValues } from './module-values.js';

/** What a value holds of the request. */
export type Shape =
  | { readonly kind: 'request'; readonly reads: 'request' | 'node-request' }
  | { readonly kind: 'headers' }
  | {
      readonly kind: 'object';
      readonly members: ReadonlyMap<string, Member>;
      /** Something that cannot be followed is spread into it, so it may have more members. */
      readonly open: boolean;
    };

export interface Member {
  /** Undefined where the value has nothing to do with the request, as far as can be told. */
  readonly shape: Shape | undefined;
  readonly optional: boolean;
}

const WEB_REQUEST: Shape = { kind: 'request', reads: 'request' };
const NODE_REQUEST: Shape = { kind: 'request', reads: 'node-request' };
const HEADERS: Shape = { kind: 'headers' };
const NO_SHAPE: Member = { shape: undefined, optional: false };

function optionsWith(req: Shape, optional = false): Shape {
  const rest = ['res', 'resHeaders', 'info'].map((name) => [name, NO_SHAPE] as const);
  return { kind: 'object', members: new Map([['req', { shape: req, optional }], ...rest]), open: false };
}

/** The types of the platform, of Next.js and of tRPC's adapters. */
const SHAPE_OF_TYPE: Readonly<Record<string, Shape>> = {
  Request: WEB_REQUEST,
  NextRequest: WEB_REQUEST,
  NextApiRequest: NODE_REQUEST,
  IncomingMessage: NODE_REQUEST,
  Headers: HEADERS,
  ReadonlyHeaders: HEADERS,
  IncomingHttpHeaders: HEADERS,
  FetchCreateContextFnOptions: optionsWith(WEB_REQUEST),
  CreateNextContextOptions: optionsWith(NODE_REQUEST),
  CreateHTTPContextOptions: optionsWith(NODE_REQUEST),
  NodeHTTPCreateContextFnOptions: optionsWith(NODE_REQUEST),
  GetServerSidePropsContext: optionsWith(NODE_REQUEST),
  NextPageContext: optionsWith(NODE_REQUEST, true),
};

const MAX_DEPTH = 12;

/** A type and the file that it stands in. */
interface LocatedType {
  readonly type: t.TSType;
  readonly file: SourceFile;
}

/** Finds the request in values and types, across files. */
export class RequestShapes {
  readonly #modules: ModuleValues;
  readonly #ofTypes = new ByDepth<Shape | undefined>();
  readonly #ofValues = new ByDepth<Shape | undefined>();
  readonly #absences = new ByDepth<boolean>();

  constructor(modules: ModuleValues) {
    this.#modules = modules;
  }

  /** What `type`, as it stands in `file`, holds of the request; undefined when it holds nothing that is known. */
  ofType(type: t.TSType, file: SourceFile, depth = 0): Shape | undefined {
    if (depth > MAX_DEPTH) return undefined;
    return this.#ofTypes.once(type, depth, () => this.#ofType(type, file, depth));
  }

  #ofType(type: t.TSType, file: SourceFile, depth: number): Shape | undefined {
    const again = (inner: t.TSType): Shape | undefined => this.ofType(inner, file, depth + 1);
    switch (type.type) {
      case 'TSParenthesizedType':
        return again(type.typeAnnotation);
      case 'TSTypeLiteral':
        return this.ofMembers(type.members, file, depth);
      case 'TSUnionType':
        return alike(type.types.filter((one) => !isNothing(one)).map(again));
      case 'TSIntersectionType':
        return merged(type.types.map(again));
      case 'TSIndexedAccessType': {
        const { indexType } = type;
        const owner = again(type.objectType);
        if (indexType.type !== 'TSLiteralType' || indexType.literal.type !== 'StringLiteral')
          return undefined;
        return memberShape(owner, indexType.literal.value);
      }
      case 'TSTypeQuery': {
        const queried = this.queriedFunction(type, file);
        return queried && this.ofResult(queried.value, queried.file, depth + 1);
      }
      case 'TSTypeReference':
        return this.#ofReference(type, file, depth);
      default:
        return undefined;
    }
  }

  /** What `expression` holds of the request. */
  ofValue(expression: NodePath, file: SourceFile, depth = 0): Shape | undefined {
    if (depth > MAX_DEPTH) return undefined;
    return this.#ofValues.once(expression.node, depth, () => this.#ofValue(expression, file, depth));
  }

  #ofValue(expression: NodePath, file: SourceFile, depth: number): Shape | undefined {
    const again = (inner: NodePath): Shape | undefined => this.ofValue(inner, file, depth + 1);
    if (expression.isTSAsExpression() || expression.isTSSatisfiesExpression()) {
      const inner = again(expression.get('expression') as NodePath);
      return inner ?? this.ofType(expression.node.typeAnnotation, file, depth + 1);
    }
    const value = unwrap(expression);
    if (value !== expression && (value.isTSAsExpression() || value.isTSSatisfiesExpression()))
      return again(value);
    if (value.isAwaitExpression()) {
      const argument = unwrap(value.get('argument'));
      return isHeadersCall(argument) ? HEADERS : again(argument);
    }
    if (value.isLogicalExpression()) return again(value.get('left')) ?? again(value.get('right'));
    if (value.isConditionalExpression())
      return again(value.get('consequent')) ?? again(value.get('alternate'));
    if (value.isObjectExpression()) return this.#ofObject(value, file, depth);
    if (value.isNewExpression())
      return value.get('callee').isIdentifier({ name: 'Headers' }) ? HEADERS : undefined;
    const member = asMember(value);
    if (member) return member.name === undefined ? undefined : memberShape(again(member.object), member.name);
    if (value.isIdentifier()) return this.#ofName(value, file, depth);
    const call = asCall(value);
    if (!call || isHeadersCall(value)) return undefined;
    const called = this.functionOf(calleeOf(call), file);
    return called && this.ofResult(called.value, called.file, depth + 1);
  }

  /** What a call of `fn` gives: by its declared result, else by all that it returns. */
  ofResult(fn: NodePath<t.Function>, file: SourceFile, depth = 0): Shape | undefined {
    if (depth > MAX_DEPTH) return undefined;
    return this.#ofValues.once(fn.node, depth, () => this.#ofResult(fn, file, depth), 'result');
  }

  #ofResult(fn: NodePath<t.Function>, file: SourceFile, depth: number): Shape | undefined {
    const declared = resultTypeOf(fn);
    if (declared) return this.ofType(declared, file, depth + 1);
    return alike(returnedBy(fn).map((one) => this.ofValue(one, file, depth + 1)));
  }

  /** The type of the member `name` of an object type, and the file that it stands in. */
  memberType(
    type: t.TSType,
    name: string,
    file: SourceFile,
    depth = 0,
    known = new ByDepth<LocatedType | undefined>(),
  ): LocatedType | undefined {
    if (depth > MAX_DEPTH) return undefined;
    return known.once(type, depth, () => this.#memberType(type, name, file, depth, known));
  }

  #memberType(
    type: t.TSType,
    name: string,
    file: SourceFile,
    depth: number,
    known: ByDepth<LocatedType | undefined>,
  ): LocatedType | undefined {
    const again = (inner: t.TSType, at: SourceFile): LocatedType | undefined =>
      this.memberType(inner, name, at, depth + 1, known);
    if (type.type === 'TSIntersectionType') {
      return type.types.map((one) => again(one, file)).find((one) => one !== undefined);
    }
    const declared =
      type.type === 'TSTypeReference' ? this.#modules.type(referencedName(type), file) : undefined;
    if (declared?.declaration.type === 'TSTypeAliasDeclaration') {
      return again(declared.declaration.typeAnnotation, declared.file);
    }
    const members =
      type.type === 'TSTypeLiteral'
        ? type.members
        : declared?.declaration.type === 'TSInterfaceDeclaration'
          ? declared.declaration.body.body
          : [];
    for (const member of members) {
      if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') continue;
      const own = member.typeAnnotation?.typeAnnotation;
      if (member.key.name === name && own) return { type: own, file: declared?.file ?? file };
    }
    return undefined;
  }

  /** What the parameter or pattern `target` holds, by its annotation. */
  ofParameter(target: NodePath, file: SourceFile, depth = 0): Shape | undefined {
    const annotation = annotationOf(target);
    return annotation && this.ofType(annotation, file, depth + 1);
  }

  ofMembers(members: readonly t.TSTypeElement[], file: SourceFile, depth = 0): Shape {
    const found = new Map<string, Member>();
    for (const member of members) {
      if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
      const name = member.key.type === 'Identifier' ? member.key.name : undefined;
      if (name === undefined) continue;
      const annotation =
        member.type === 'TSPropertySignature' ? member.typeAnnotation?.typeAnnotation : undefined;
      found.set(name, {
        shape: annotation && this.ofType(annotation, file, depth + 1),
        optional: member.optional === true || (annotation !== undefined && mayBeNothing(annotation)),
      });
    }
    return { kind: 'object', members: found, open: false };
  }

  /** The function behind a name or a wrapper of one argument, such as React's `cache(async () => …)`. */
  functionOf(
    expression: NodePath,
    file: SourceFile,
    depth = 0,
  ): { value: NodePath<t.Function>; file: SourceFile } | undefined {
    const { value, file: at } = this.#modules.follow(expression, file);
    if (value.isFunction()) return { value, file: at };
    const call = asCall(value);
    const [only, more] = call ? argumentsOf(call) : [];
    return only && !more && depth < MAX_DEPTH ? this.functionOf(only, at, depth + 1) : undefined;
  }

  /** The function that `typeof name` names. */
  queriedFunction(
    type: t.TSTypeQuery,
    file: SourceFile,
  ): { value: NodePath<t.Function>; file: SourceFile } | undefined {
    if (type.exprName.type !== 'Identifier') return undefined;
    const binding = programOf(file).scope.getBinding(type.exprName.name);
    if (!binding) return undefined;
    const { path } = binding;
    if (path.isFunctionDeclaration()) return { value: path, file };
    if (path.isVariableDeclarator()) return this.functionOf(path.get('init') as NodePath, file);
    const imported = importedFrom(binding);
    const found = imported && this.#modules.exported(imported.source, imported.name, file);
    return found && this.functionOf(found.value, found.file);
  }

  #ofReference(type: t.TSTypeReference, file: SourceFile, depth: number): Shape | undefined {
    const name = referencedName(type);
    const [inner] = type.typeParameters?.params ?? [];
    const declared = type.typeName.type === 'Identifier' ? this.#modules.type(name, file) : undefined;
    if (declared?.declaration.type === 'TSTypeAliasDeclaration') {
      return this.ofType(declared.declaration.typeAnnotation, declared.file, depth + 1);
    }
    if (declared?.declaration.type === 'TSInterfaceDeclaration') {
      const { body, extends: parents } = declared.declaration;
      const inherited = (parents ?? []).flatMap(({ expression }) => {
        const parent = expression.type === 'Identifier' ? expression.name : undefined;
        return parent === undefined ? [] : [this.#inherited(parent, declared.file, depth + 1)];
      });
      return merged([...inherited, this.ofMembers(body.body, declared.file, depth + 1)]);
    }
    if (!inner) return SHAPE_OF_TYPE[originalName(name, programOf(file))];
    if (name === 'ReturnType' || name === 'inferAsyncReturnType') {
      const called = inner.type === 'TSTypeQuery' ? this.queriedFunction(inner, file) : undefined;
      return called && this.ofResult(called.value, called.file, depth + 1);
    }
    const shape = this.ofType(inner, file, depth + 1);
    if (name === 'Partial') return partial(shape);
    return PASSING_ON.has(name) ? shape : undefined;
  }

  /** What an interface inherits under `name`. */
  #inherited(name: string, file: SourceFile, depth: number): Shape | undefined {
    const declared = this.#modules.type(name, file);
    if (!declared) return SHAPE_OF_TYPE[name];
    return declared.declaration.type === 'TSTypeAliasDeclaration'
      ? this.ofType(declared.declaration.typeAnnotation, declared.file, depth)
      : this.ofMembers(declared.declaration.body.body, declared.file, depth);
  }

  #ofObject(object: NodePath<t.ObjectExpression>, file: SourceFile, depth: number): Shape {
    const members = new Map<string, Member>();
    let open = false;
    for (const property of object.get('properties')) {
      if (property.isSpreadElement()) {
        const spread = this.ofValue(property.get('argument'), file, depth + 1);
        if (spread?.kind !== 'object') open = true;
        else for (const [name, member] of spread.members) members.set(name, member);
        if (spread?.kind === 'object' && spread.open) open = true;
        continue;
      }
      const name =
        property.isObjectProperty() || property.isObjectMethod() ? keyName(property.node) : undefined;
      if (name === undefined) open = true;
      else {
        const value = property.isObjectProperty() ? (property.get('value') as NodePath) : undefined;
        members.set(name, value ? this.#memberOf(value, file, depth + 1) : NO_SHAPE);
      }
    }
    return { kind: 'object', members, open };
  }

  #memberOf(value: NodePath, file: SourceFile, depth: number): Member {
    return { shape: this.ofValue(value, file, depth), optional: this.#mayBeAbsent(value, file, depth) };
  }

  /** Whether `expression` can be undefined or null, as far as its text and the types that it names show. */
  #mayBeAbsent(expression: NodePath, file: SourceFile, depth: number): boolean {
    if (depth > MAX_DEPTH || expression.isTSNonNullExpression()) return false;
    return this.#absences.once(expression.node, depth, () => this.#mayLack(expression, file, depth));
  }

  #mayLack(expression: NodePath, file: SourceFile, depth: number): boolean {
    const again = (inner: NodePath): boolean => this.#mayBeAbsent(inner, file, depth + 1);
    const value = unwrap(expression);
    if (value.isOptionalMemberExpression() || value.isNullLiteral()) return true;
    if (value.isLogicalExpression()) return value.node.operator === '&&' || again(value.get('right'));
    if (value.isConditionalExpression())
      return again(value.get('consequent')) || again(value.get('alternate'));
    const member = asMember(value);
    if (member?.name !== undefined)
      return isOptionalIn(this.ofValue(member.object, file, depth + 1), member.name);
    if (!value.isIdentifier()) return false;
    if (value.node.name === 'undefined') return true;
    const binding = value.scope.getBinding(value.node.name);
    if (!binding) return false;
    const taken = destructuredFrom(binding);
    if (taken) return isOptionalIn(this.ofValue(taken.from, file, depth + 1), taken.key);
    const { identifier } = binding;
    const annotation = identifier.typeAnnotation;
    if (identifier.optional === true) return true;
    if (annotation?.type === 'TSTypeAnnotation') return mayBeNothing(annotation.typeAnnotation);
    if (binding.kind === 'param') return this.#isOptionalInPattern(binding, file, depth);
    const init = initOf(binding);
    return init ? again(init) : false;
  }

  #isOptionalInPattern(binding: Binding, file: SourceFile, depth: number): boolean {
    const fn = binding.scope.path;
    if (!fn.isFunction()) return false;
    return fn.get('params').some((param) => {
      const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : (param as NodePath);
      const key = target.isObjectPattern() ? patternKey(target.node, binding.identifier) : undefined;
      return key !== undefined && isOptionalIn(this.ofParameter(target, file, depth + 1), key);
    });
  }

  #ofName(identifier: NodePath<t.Identifier>, file: SourceFile, depth: number): Shape | undefined {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return undefined;
    const { path } = binding;
    const own = annotationOf(path.isVariableDeclarator() ? (path.get('id') as NodePath) : path);
    if (binding.kind === 'param') return this.#ofParameterName(binding, file, depth);
    const taken = destructuredFrom(binding);
    if (taken) return memberShape(this.ofValue(taken.from, file, depth + 1), taken.key);
    if (!path.isVariableDeclarator()) return undefined;
    if (own) return this.ofType(own, file, depth + 1);
    const init = initOf(binding);
    return init && binding.constantViolations.length === 0 ? this.ofValue(init, file, depth + 1) : undefined;
  }

  #ofParameterName(binding: Binding, file: SourceFile, depth: number): Shape | undefined {
    const fn = binding.scope.path;
    if (!fn.isFunction()) return undefined;
    for (const param of fn.get('params')) {
      const target = param.isAssignmentPattern() ? (param.get('left') as NodePath) : (param as NodePath);
      if (target.node === binding.identifier) return this.ofParameter(target, file, depth);
      if (!target.isObjectPattern()) continue;
      const key = patternKey(target.node, binding.identifier);
      const rest = target.node.properties.at(-1);
      const isRest = rest?.type === 'RestElement' && rest.argument === binding.identifier;
      if (key === undefined && !isRest) continue;
      if (annotationOf(target)) {
        const shape = this.ofParameter(target, file, depth);
        return key === undefined ? shape : memberShape(shape, key);
      }
      return key === undefined ? undefined : untypedShape(target.node, key);
    }
    return undefined;
  }
}

/** Types that give the members of their first argument on, or some of them. */
const PASSING_ON = new Set(['Awaited', 'NonNullable', 'Readonly', 'Required', 'Promise', 'Omit', 'Pick']);

/** In JavaScript the keys of a pattern say what the adapter hands over: `({ req, res })`, `({ req, resHeaders })`. */
export function untypedShape(pattern: t.ObjectPattern, key: string): Shape | undefined {
  const keys = pattern.properties.map((one) => (one.type === 'ObjectProperty' ? keyName(one) : undefined));
  if (key === 'headers') return HEADERS;
  if (key !== 'req' && key !== 'request') return undefined;
  return keys.includes('res') ? NODE_REQUEST : WEB_REQUEST;
}

export function memberShape(owner: Shape | undefined, name: string): Shape | undefined {
  if (owner?.kind === 'request') return name === 'headers' ? HEADERS : undefined;
  return owner?.kind === 'object' ? owner.members.get(name)?.shape : undefined;
}

function isOptionalIn(owner: Shape | undefined, name: string): boolean {
  return owner?.kind === 'object' && owner.members.get(name)?.optional === true;
}

export function annotationOf(target: NodePath): t.TSType | undefined {
  const { node } = target;
  if (node.type !== 'Identifier' && node.type !== 'ObjectPattern') return undefined;
  return node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
}

/** The declared result of a function, without the promise around it. */
export function resultTypeOf(fn: NodePath<t.Function>): t.TSType | undefined {
  const { returnType } = fn.node;
  if (returnType?.type !== 'TSTypeAnnotation') return undefined;
  const type = returnType.typeAnnotation;
  const isPromise = type.type === 'TSTypeReference' && referencedName(type) === 'Promise';
  return isPromise ? type.typeParameters?.params[0] : type;
}

/** The last name of `Context` or `trpcNext.CreateNextContextOptions`. */
export function referencedName({ typeName }: t.TSTypeReference): string {
  return typeName.type === 'TSQualifiedName' ? typeName.right.name : typeName.name;
}

function isHeadersCall(path: NodePath): boolean {
  const call = asCall(path);
  return call !== undefined && isImported(calleeOf(call), 'next/headers', 'headers');
}

function isNothing(type: t.TSType): boolean {
  return type.type === 'TSUndefinedKeyword' || type.type === 'TSNullKeyword';
}

export function mayBeNothing(type: t.TSType): boolean {
  return type.type === 'TSUnionType' && type.types.some(isNothing);
}

/** The shape that all of them have; of objects, the members that all of them have. */
function alike(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const [first, ...rest] = shapes;
  return rest.reduce(bothAlike, first);
}

const knownAlike = new WeakMap<Shape, WeakMap<Shape, { readonly shape: Shape | undefined }>>();

/** The shape that both have; types that are made of each other share most of theirs, so each two are compared once. */
function bothAlike(one: Shape | undefined, other: Shape | undefined): Shape | undefined {
  if (one === other || !one || !other) return one === other ? one : undefined;
  const known = knownAlike.get(one) ?? new WeakMap<Shape, { readonly shape: Shape | undefined }>();
  knownAlike.set(one, known);
  const found = known.get(other) ?? { shape: sharedShape(one, other) };
  known.set(other, found);
  return found.shape;
}

function sharedShape(one: Shape, other: Shape): Shape | undefined {
  if (one.kind === 'headers') return other.kind === 'headers' ? one : undefined;
  if (one.kind === 'request') return other.kind === 'request' && other.reads === one.reads ? one : undefined;
  if (other.kind !== 'object') return undefined;
  const members = new Map<string, Member>();
  for (const name of new Set([...one.members.keys(), ...other.members.keys()])) {
    const first = one.members.get(name);
    const second = other.members.get(name);
    const shape = first && second ? bothAlike(first.shape, second.shape) : undefined;
    members.set(name, { shape, optional: first?.optional !== false || second?.optional !== false });
  }
  return { kind: 'object', members, open: one.open || other.open };
}

function merged(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const objects = shapes.filter((one) => one?.kind === 'object');
  if (objects.length === 0) return shapes.find((one) => one !== undefined);
  const members = new Map(objects.flatMap((one) => [...one.members]));
  return {
    kind: 'object',
    members,
    open: objects.length < shapes.length || objects.some(({ open }) => open),
  };
}

function partial(shape: Shape | undefined): Shape | undefined {
  if (shape?.kind !== 'object') return undefined;
  const members = new Map([...shape.members].map(([name, one]) => [name, { ...one, optional: true }]));
  return { ...shape, members };
}
