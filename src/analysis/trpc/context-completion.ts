import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { wholeName } from '../../source/names.js';
import type { SourceFile } from '../../source/parse.js';
import { AlongPaths } from '../along-paths.js';
import { ByDepth } from '../by-depth.js';
import {
  argumentsOf,
  asCall,
  bindingOf,
  type CallPath,
  calleeOf,
  declaredValue,
  returnedBy,
  unwrap,
  withoutAwait,
} from '../expressions.js';
import type { ContextCompletion, ContextPlace, SourceKind } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { programOf } from '../program.js';
import type { ReasonId } from '../reasons.js';
import type { Factory } from './context-origins.js';
import type { ModuleValues } from './module-values.js';
import { mountedFactories, mountsOf } from './mounts.js';
import { headersAccess, type RequestAccess, requestAccesses } from './request-access.js';
import {
  annotationOf,
  type RequestShapes,
  referencedName,
  resultTypeOf,
  type Shape,
} from './request-shapes.js';
import { isWrittenOut } from './written-contexts.js';

export type CompletionDecision =
  | {
      readonly kind: 'completable';
      readonly member: string;
      readonly reads: SourceKind | 'any';
      readonly completion: ContextCompletion;
    }
  | { readonly kind: 'refused'; readonly reason: ReasonId };

/** A function whose results are to have the key, and how it has the request. */
interface Maker extends Factory {
  readonly access: RequestAccess;
  /** Its declared result has the key as an optional member, so a result without it is one too. */
  readonly takesOptional: boolean;
  /** The type that gets the key. */
  readonly completed?: t.Node | undefined;
}

/** A type and the file that it stands in. */
interface TypeAt {
  readonly type: t.TSType;
  readonly file: SourceFile;
}

/** An object type that is written out, and the file that it stands in. */
interface ObjectType {
  readonly type: t.TSInterfaceBody | t.TSTypeLiteral;
  readonly file: SourceFile;
}

/** Places to change, or why they cannot be. */
type Places = readonly ContextPlace[] | ReasonId;

const refused = (reason: ReasonId): CompletionDecision => ({ kind: 'refused', reason });

/** Decides how the request gets into a context that does not hold it. */
export class ContextCompletions {
  readonly #host: ModuleHost;
  readonly #modules: ModuleValues;
  readonly #shapes: RequestShapes;
  /** What is returned by inner functions that give the request in one way. */
  readonly #inner = new Map<string, AlongPaths<Places>>();

  constructor(host: ModuleHost, modules: ModuleValues, shapes: RequestShapes) {
    this.#host = host;
    this.#modules = modules;
    this.#shapes = shapes;
  }

  /** The completion of a context that `factories` make; `shape` is what is known of it. */
  completionOf(factories: readonly Factory[], shape: Shape | undefined): CompletionDecision {
    this.#inner.clear();
    return this.#completeAll(
      factories.map((factory) => {
        const declared = resultTypeOf(factory.value);
        return this.#complete(factory, shape, declared && { type: declared, file: factory.file });
      }),
    );
  }

  /** The completion of a context by its type alone: the functions that make it are those that tRPC is mounted with. */
  completionOfType(type: t.TSType, file: SourceFile, shape: Shape | undefined): CompletionDecision {
    this.#inner.clear();
    const factories = mountedFactories(this.#host, this.#shapes);
    return this.#completeAll(factories.map((factory) => this.#complete(factory, shape, { type, file })));
  }

  #completeAll(decisions: readonly CompletionDecision[]): CompletionDecision {
    const done = decisions.filter((one) => one.kind === 'completable');
    const [first] = done;
    if (!first) return decisions[0] ?? refused('trpc-context-unknown');
    // Several functions with the same declared result: the key is optional there, and those that have the request give it.
    const alike = done.filter(({ member }) => member === first.member);
    const places = eachOnce(alike.flatMap(({ completion }) => completion.places));
    return { ...first, completion: { ...first.completion, places } };
  }

  /** @param declared the type that the results of the factory have to fit, where there is one. */
  #complete(factory: Factory, shape: Shape | undefined, declared: TypeAt | undefined): CompletionDecision {
    const taken = (key: string): boolean => shape?.kind === 'object' && shape.members.has(key);
    if (shape?.kind === 'object' && shape.open) return refused('trpc-context-unknown');
    const accesses = this.#accesses(factory);
    if (accesses.length === 0) return refused('trpc-context-without-request');
    const access = accesses.find(({ key }) => !taken(key));
    if (!access) return refused('trpc-context-unknown');

    const type = declared && this.#typePlace(declared, factory.file, access);
    if (declared && !type) return refused('trpc-context-declared');
    const completed = type?.kind === 'type' ? type.type : undefined;
    const places = this.#returns({ ...factory, access, takesOptional: type !== undefined, completed });
    if (typeof places === 'string') return refused(places);
    const all = [...(type ? [type] : []), ...access.places, ...places];
    if (!all.every(({ path }) => this.#host.isEditable?.(path) ?? true))
      return refused('trpc-context-other-package');
    if (!type && isWrittenOut(this.#host)) return refused('trpc-context-made-elsewhere');
    const completion = { key: access.key, places: all };
    // An optional member, and what the function may not be given, can be undefined.
    const isCertain = !type && !access.isOptional && places.every(({ kind }) => kind !== 'type');
    const reads = isCertain ? access.reads : 'any';
    return { kind: 'completable', member: access.key, reads, completion };
  }

  #accesses({ value: fn, file }: Factory): RequestAccess[] {
    const own = requestAccesses(fn, file, this.#shapes);
    const hasName = own.some(({ valueAt }) => valueAt(fn.get('body') as NodePath) !== undefined);
    const headers = fn.node.async && !hasName ? headersAccess(fn) : undefined;
    if (headers) return [headers];
    if (own.length > 0) return own;
    const mounted = fn.node.params.length === 0 ? mountsOf(fn, this.#host, this.#shapes) : undefined;
    return mounted ? [accessOfNewParameter(fn, file, mounted)] : [];
  }

  #returns(maker: Maker): Places {
    const places: ContextPlace[] = [];
    const returned = returnedBy(maker.value);
    if (returned.length === 0) return 'trpc-context-unknown';
    for (const one of returned) {
      const found = this.#returned(one, maker);
      if (typeof found === 'string') return found;
      places.push(...found);
    }
    return eachOnce(places);
  }

  /** @param from where the function has the request from. */
  #innerReturns(maker: Maker, from: string): Places {
    const { key, reads, typeText } = maker.access;
    const name = [from, key, reads, typeText].join(' ');
    const known = this.#inner.get(name) ?? new AlongPaths<Places>();
    this.#inner.set(name, known);
    const { node } = maker.value;
    // What a function returns of its own results has its places there.
    return known.isOnPath(node) ? [] : known.once(node, () => this.#returns(maker));
  }

  #returned(expression: NodePath, maker: Maker): Places {
    if (!this.#takesKey(expression, maker)) return 'trpc-context-declared';
    if (expression.isTSSatisfiesExpression() || expression.isTSAsExpression())
      return this.#returned(expression.get('expression') as NodePath, maker);
    if (expression.isConditionalExpression()) {
      const first = this.#returned(expression.get('consequent'), maker);
      const second = this.#returned(expression.get('alternate'), maker);
      if (typeof first === 'string') return first;
      return typeof second === 'string' ? second : [...first, ...second];
    }
    const value = unwrap(expression);
    if (value.isObjectExpression()) return property(value, maker);
    if (!value.isIdentifier()) return this.#innerCall(value, value, maker);
    const binding = value.scope.getBinding(value.node.name);
    const declared = binding?.constantViolations.length === 0 ? declaredValue(binding) : undefined;
    if (!binding || !declared) return 'trpc-context-unknown';
    const annotation = annotationOf(binding.path.get('id') as NodePath);
    if (annotation && !this.#isCompleted(annotation, maker)) return 'trpc-context-declared';
    if (!this.#takesKey(declared, maker)) return 'trpc-context-declared';
    const made = unwrap(declared);
    return made.isObjectExpression() ? property(made, maker) : this.#innerCall(made, value, maker);
  }

  /** Whether what is written around a value, `as` and `satisfies`, names no other type than the one that gets the key. */
  #takesKey(expression: NodePath, maker: Maker): boolean {
    return (
      !(expression.isTSSatisfiesExpression() || expression.isTSAsExpression()) ||
      this.#isCompleted(expression.node.typeAnnotation, maker)
    );
  }

  #isCompleted(type: t.TSType, { file, completed }: Maker): boolean {
    return completed !== undefined && this.#objectType(type, file)?.type === completed;
  }

  /**
   * `return createInnerTRPCContext({ session })`: the outer function has the request, the inner one may serve tests.
   * @param returned what is returned: the call that `made` is, or a variable that holds its result.
   */
  #innerCall(made: NodePath, returned: NodePath, maker: Maker): Places {
    const call = asCall(withoutAwait(made));
    const inner = call && this.#shapes.functionOf(calleeOf(call), maker.file);
    if (!call || !inner) return 'trpc-context-unknown';
    const { access } = maker;
    const own = requestAccesses(inner.value, inner.file, this.#shapes).find(({ key }) => key === access.key);
    if (own) {
      if (resultTypeOf(inner.value)) return 'trpc-context-declared';
      const places = this.#innerReturns({ ...inner, access: own, takesOptional: false }, 'itself');
      return typeof places === 'string' ? places : [...own.places, ...places];
    }
    const isPromise = inner.value.node.async === true && !made.isAwaitExpression();
    const isFree = maker.takesOptional || !this.#isUsedElsewhere(inner, maker);
    if (!isFree || (isPromise && maker.value.node.async !== true)) {
      return this.#throughOptions(call, inner, maker);
    }
    const value = access.valueAt(returned);
    if (value === undefined) return 'trpc-context-unknown';
    return [{ kind: 'spread', path: maker.file.path, expression: returned, value, isPromise }];
  }

  /** The inner function takes the request as one more option, absent where there is none. */
  #throughOptions(call: CallPath, inner: Factory, { file, access }: Maker): Places {
    const [param] = inner.value.get('params') as NodePath[];
    const [argument] = argumentsOf(call);
    const target = param?.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
    const annotation = target && annotationOf(target);
    if (!target || !annotation || !argument?.isObjectExpression() || inner.file !== file) {
      return 'trpc-context-made-elsewhere';
    }
    if (resultTypeOf(inner.value)) return 'trpc-context-declared';
    const type = this.#typePlace({ type: annotation, file }, file, access);
    const given = property(argument, { file, access });
    if (!type || typeof given === 'string') return 'trpc-context-declared';
    const received = optionAccess(target, inner.value, file, access);
    const returned = received
      ? this.#innerReturns({ ...inner, access: received, takesOptional: false }, 'as an option')
      : 'trpc-context-unknown';
    if (!received || typeof returned === 'string') return 'trpc-context-unknown';
    return [type, ...received.places, ...returned, ...given];
  }

  /** The object type that a type stands for, with the key as an optional member; `file` is where the request is had. */
  #typePlace(
    { type, file: at }: TypeAt,
    file: SourceFile,
    { key, typeText }: RequestAccess,
  ): ContextPlace | undefined {
    const literal = this.#objectType(type, at);
    if (!literal) return undefined;
    // Another file may not know the type's name.
    const text = literal.file === file || typeText === 'Headers' ? typeText : undefined;
    if (text === undefined) return undefined;
    return { kind: 'type', path: literal.file.path, type: literal.type, text: `${key}?: ${text}` };
  }

  #objectType(
    type: t.TSType,
    file: SourceFile,
    depth = 0,
    known = new ByDepth<ObjectType | undefined>(),
  ): ObjectType | undefined {
    if (depth > 8) return undefined;
    return known.once(type, depth, () => this.#objectTypeOf(type, file, depth, known));
  }

  #objectTypeOf(
    type: t.TSType,
    file: SourceFile,
    depth: number,
    known: ByDepth<ObjectType | undefined>,
  ): ObjectType | undefined {
    if (type.type === 'TSTypeLiteral') return { type, file };
    if (type.type === 'TSIntersectionType') {
      return type.types
        .map((one) => this.#objectType(one, file, depth + 1, known))
        .find((one) => one !== undefined);
    }
    if (type.type !== 'TSTypeReference' || type.typeParameters) return undefined;
    const declared = this.#modules.type(referencedName(type), file);
    if (!declared) return undefined;
    if (declared.declaration.type === 'TSInterfaceDeclaration') {
      return { type: declared.declaration.body, file: declared.file };
    }
    return this.#objectType(declared.declaration.typeAnnotation, declared.file, depth + 1, known);
  }

  /** Whether anything but `user` calls or names the function. */
  #isUsedElsewhere({ value: fn, file: home }: Factory, user: Maker): boolean {
    const binding = bindingOf(fn);
    if (!binding) return true;
    const isOutside = (path: NodePath): boolean =>
      !isMention(path) && !path.findParent((parent) => parent.node === user.value.node);
    if (binding.referencePaths.some(isOutside)) return true;
    const isExported =
      binding.referencePaths.some(({ parentPath }) => isExport(parentPath)) || isDeclaredExported(fn);
    if (!isExported) return false;
    const paths = this.#host.sourcePaths;
    if (!paths) return true;
    const { name } = binding.identifier;
    if (user.file !== home) {
      const imported = programOf(user.file).scope.getBinding(name);
      if (!imported || imported.referencePaths.some(isOutside)) return true;
    }
    const word = wholeName(name);
    return paths.some(
      (path) => path !== home.path && path !== user.file.path && word.test(this.#host.text?.(path) ?? ''),
    );
  }
}

function isExport(parent: NodePath | null): boolean {
  return parent?.isExportSpecifier() === true || parent?.isExportDefaultDeclaration() === true;
}

/** Babel counts an exported declaration among the references of its name, and `typeof f` among its uses. */
function isMention(reference: NodePath): boolean {
  const { parentPath } = reference;
  return reference.isExportDeclaration() || isExport(parentPath) || parentPath?.isTSTypeQuery() === true;
}

function isDeclaredExported(fn: NodePath<t.Function>): boolean {
  const statement = fn.isFunctionDeclaration() ? fn.parentPath : fn.parentPath?.parentPath?.parentPath;
  return statement?.isExportNamedDeclaration() === true || statement?.isExportDefaultDeclaration() === true;
}

function property(
  object: NodePath<t.ObjectExpression>,
  { file, access }: Pick<Maker, 'file' | 'access'>,
): Places {
  const value = access.valueAt(object);
  return value === undefined
    ? 'trpc-context-unknown'
    : [{ kind: 'property', path: file.path, object, value }];
}

/** How the inner function names the option that it is to receive. */
function optionAccess(
  target: NodePath,
  fn: NodePath<t.Function>,
  file: SourceFile,
  { key, reads, typeText }: RequestAccess,
): RequestAccess | undefined {
  if (target.isIdentifier()) {
    const { name, optional } = target.node;
    const valueAt = (at: NodePath): string | undefined =>
      at.scope.getBinding(name)?.identifier === target.node
        ? `${name}${optional ? '?.' : '.'}${key}`
        : undefined;
    return { key, reads, isOptional: true, typeText, valueAt, places: [] };
  }
  if (!target.isObjectPattern() || fn.scope.hasBinding(key)) return undefined;
  const place: ContextPlace = { kind: 'pattern', path: file.path, pattern: target, name: key };
  return { key, reads, isOptional: true, typeText, valueAt: () => key, places: [place] };
}

/** The function takes what its mounts hand over, which other callers may leave out. */
function accessOfNewParameter(
  fn: NodePath<t.Function>,
  file: SourceFile,
  mounts: readonly ContextPlace[],
): RequestAccess {
  const name = fn.scope.hasBinding('opts') ? 'options' : 'opts';
  const text = file.language === 'js' ? name : `${name}?: { req: Request }`;
  return {
    key: 'headers',
    reads: 'headers',
    isOptional: true,
    valueAt: () => `${name}?.req.headers`,
    typeText: 'Headers',
    places: [{ kind: 'parameter', path: file.path, fn, text }, ...mounts],
  };
}

function eachOnce(places: readonly ContextPlace[]): readonly ContextPlace[] {
  return [...new Map(places.map((one) => [placeId(one), one])).values()];
}

/** What a place changes, so that it is changed once. */
function placeId(place: ContextPlace): string {
  return `${place.kind} ${place.path} ${nodeOf(place).start}`;
}

function nodeOf(place: ContextPlace): t.Node {
  switch (place.kind) {
    case 'property':
      return place.object.node;
    case 'spread':
      return place.expression.node;
    case 'pattern':
      return place.pattern.node;
    case 'type':
      return place.type;
    case 'parameter':
      return place.fn.node;
    case 'argument':
      return place.call.node;
  }
}
