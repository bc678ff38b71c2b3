import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { hasWord, mayTake } from '../source/may-take.js';
import type { SourceFile } from '../source/parse.js';
import { isBackgroundJob } from './background-jobs.js';
import { exportedValue } from './exported-value.js';
import { followLocal } from './exports.js';
import {
  annotationOf,
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callTo,
  importedValue,
  keyName,
  parameterPosition,
  paramsOf,
  spanOf,
  targetOf,
  unwrap,
} from './expressions.js';
import { fluentMethods } from './fluent-methods.js';
import { isInLibraryTable } from './library-tables.js';
import type { Place } from './model.js';
import type { ModuleHost } from './module-host.js';
import { type ModuleRequest, requestsOf } from './module-users.js';
import { isModuleExports, readsOfOwnExport } from './own-exports.js';
import type { ReasonId } from './reasons.js';
import { isTestFile } from './route-files.js';
import { isSharedListener } from './shared-listeners.js';
import { declaredMember, type SignatureNode, type TypeDeclaration } from './signatures.js';
import {
  AGREED_ENTRY,
  agreedOn,
  CONSTRUCTED,
  ENTRY,
  entryUseOf,
  fromEntry,
  INSTANCE,
  isKeyStep,
  type KeyStep,
  keyOfSteps,
  keysOf,
  type MemberStep,
  member,
  RESULT,
  type Step,
  type Steps,
} from './steps.js';
import { typesNamed } from './type-references.js';
import {
  classAround,
  classKey,
  collectionAround,
  functionIn,
  hasOwnMember,
  isClassFunction,
  isHandOver,
  isHarmless,
  isIteration,
  isKept,
  isModulePromise,
  isNothing,
  isPrivateMember,
  isPromiseAll,
  isReassigned,
  isTransparent,
  isTypedPlace,
  isTypeWrapper,
  isWritten,
  isWrittenOut,
  keyInArray,
  privateName,
  settledBy,
  superArguments,
} from './use-positions.js';

/** A call of a function, in whichever file of the project. */
export interface CallSite {
  readonly file: SourceFile;
  readonly call: CallPath;
}

/** A use of a function by which it is called with what cannot be seen. */
export interface Escape extends Place {
  readonly reason: ReasonId;
}

/** A place from which what holds a function gets to code that cannot be followed. */
export interface HandOver extends Place {
  /** Whether that happens when a function is called, and the code holds on to it for later requests, or when a module loads. */
  readonly when: 'called' | 'later' | 'loaded';
}

function timeOf(at: NodePath): HandOver['when'] {
  if (at.getFunctionParent() === null) return 'loaded';
  return isSharedListener(at) || isBackgroundJob(at) ? 'later' : 'called';
}

/** A type that says what a function may be called with. */
export interface DeclaredSignature {
  readonly file: SourceFile;
  readonly node: NodePath<SignatureNode>;
}

/** Everything that the project does with one function. */
export interface FunctionUses {
  readonly sites: readonly CallSite[];
  readonly calledInTests: readonly CallSite[];
  /** The calls by `fn.call(…)` and `fn.bind(…)(…)`, which are among the escapes too. */
  readonly indirect: readonly CallSite[];
  readonly escapes: readonly Escape[];
  /** Where something that holds it is given to code that cannot be followed. */
  readonly handedOver: readonly HandOver[];
  readonly signatures: readonly DeclaredSignature[];
  /** The names under which the function itself, not something that holds it, is exported. */
  readonly exportedAs: readonly { readonly file: SourceFile; readonly name: string }[];
  /** Whether every file that may use it could be looked at. */
  readonly isComplete: boolean;
}

const MOST_STEPS = 6;

interface GivenFunctions {
  readonly functions: readonly { readonly fn: NodePath<t.Function>; readonly file: SourceFile }[];
  readonly isComplete: boolean;
}

const NONE_GIVEN: GivenFunctions = { functions: [], isComplete: false };

/**
 * Follows a function to everything that is done with it: through names, objects, classes and their instances,
 * factories, parameters, exports, barrels, namespaces and CommonJS. Test files are left out but for `calledInTests`.
 */
export function usesOf(fn: NodePath<t.Function>, file: SourceFile, host: ModuleHost): FunctionUses {
  const walk = new UseWalk(host);
  walk.start(fn, file);
  return walk;
}

/** What a class is constructed with, in whichever file of the project. */
export interface Construction {
  readonly file: SourceFile;
  readonly args: readonly NodePath[];
}

/** Follows a class, as `usesOf` does a function, to every `new` of it and of what extends it. */
export function constructionsOf(
  of: NodePath<t.Class>,
  file: SourceFile,
  host: ModuleHost,
): readonly Construction[] {
  const walk = new UseWalk(host);
  walk.startOfClass(of, file);
  return walk.constructions;
}

export function placeOfCall({ file, call }: CallSite): Place {
  return { path: file.path, ...spanOf(call.node) };
}

class UseWalk implements FunctionUses {
  readonly sites: CallSite[] = [];
  readonly calledInTests: CallSite[] = [];
  readonly indirect: CallSite[] = [];
  readonly constructions: Construction[] = [];
  readonly escapes: Escape[] = [];
  readonly handedOver: HandOver[] = [];
  readonly signatures: DeclaredSignature[] = [];
  readonly exportedAs: { file: SourceFile; name: string }[] = [];
  isComplete = true;
  readonly #host: ModuleHost;
  readonly #seen = new Set<string>();
  readonly #ids = new WeakMap<object, number>();
  #lastId = 0;

  readonly #sitesByFunction: Map<t.Node, readonly CallSite[]>;

  constructor(host: ModuleHost, sitesByFunction = new Map<t.Node, readonly CallSite[]>()) {
    this.#host = host;
    this.#sitesByFunction = sitesByFunction;
  }

  start(fn: NodePath<t.Function>, file: SourceFile): void {
    if (fn.isFunctionDeclaration()) {
      this.#declaration(fn, [], file);
      return;
    }
    if (isClassFunction(fn)) {
      const name = classKey(fn.node);
      const of = fn.parentPath?.parentPath;
      if (name === undefined || !of?.isClass() || fn.node.kind !== 'method') {
        this.#escape(fn, file, 'object-or-class-method');
        return;
      }
      this.#overloads(fn, file);
      this.#classMember(of, fn.node.static, name, [], file);
      this.#abstractMethods(of, name, file);
      return;
    }
    if (fn.isObjectMethod()) {
      const name = keyName(fn.node);
      if (name === undefined || fn.node.kind !== 'method') this.#escape(fn, file, 'object-or-class-method');
      else this.#objectMember(fn.parentPath, name, [], file);
      return;
    }
    if (fn.isFunctionExpression() && fn.node.id) {
      const own = fn.scope.getOwnBinding(fn.node.id.name);
      if (own) this.#binding(own, [], file);
    }
    this.#value(fn, [], file);
  }

  startOfClass(of: NodePath<t.Class>, file: SourceFile): void {
    this.#class(of, [CONSTRUCTED], file);
  }

  #escape(path: NodePath, file: SourceFile, reason: ReasonId): void {
    const { start, end } = path.node;
    // A test may mock the function or compare it; only what calls it with more arguments has a say.
    if (isTestFile(file.path) && !isIteration(path)) return;
    this.escapes.push({ path: file.path, start: start ?? 0, end: end ?? 0, reason });
  }

  /** Whether `node` has been looked at with `steps` already. */
  #isKnown(node: object, steps: Steps): boolean {
    let id = this.#ids.get(node);
    if (id === undefined) {
      this.#lastId += 1;
      id = this.#lastId;
      this.#ids.set(node, id);
    }
    const key = `${id}:${keyOfSteps(steps)}`;
    if (steps.length > MOST_STEPS || this.#seen.has(key)) return true;
    this.#seen.add(key);
    return false;
  }

  /** A function or class declaration: by its name, or as an anonymous default export. */
  #declaration(
    path: NodePath<t.FunctionDeclaration> | NodePath<t.ClassDeclaration>,
    steps: Steps,
    file: SourceFile,
  ): void {
    const { id } = path.node;
    const binding = id ? path.parentPath.scope.getBinding(id.name) : undefined;
    if (binding) this.#binding(binding, steps, file);
    else if (path.parentPath.isExportDefaultDeclaration()) this.#export('default', steps, file);
    if (path.isFunctionDeclaration() && steps.length === 0) this.#overloads(path, file);
  }

  #overloads(fn: NodePath<t.Function>, file: SourceFile): void {
    const holder = fn.parentPath?.isExportDeclaration() ? fn.parentPath : fn;
    const siblings = holder.parentPath?.get(String(holder.listKey)) ?? [];
    for (const sibling of (Array.isArray(siblings) ? siblings : []) as NodePath[]) {
      const inner = sibling.isExportDeclaration() ? (sibling.get('declaration') as NodePath) : sibling;
      const isOverload =
        (inner.isTSDeclareFunction() && 'id' in fn.node && inner.node.id?.name === fn.node.id?.name) ||
        (inner.isTSDeclareMethod() && isClassFunction(fn) && classKey(inner.node) === classKey(fn.node));
      if (isOverload) this.signatures.push({ file, node: inner as NodePath<SignatureNode> });
    }
  }

  #binding(binding: Binding, steps: Steps, file: SourceFile): void {
    if (this.#isKnown(binding, steps)) return;
    for (const reference of binding.referencePaths) {
      if (reference.isExportDefaultDeclaration()) this.#export('default', steps, file);
      else if (reference.isExportNamedDeclaration()) this.#export(binding.identifier.name, steps, file);
      else this.#value(reference, steps, file);
    }
    // A name that may come to mean another function is no name to count on.
    if (steps.length === 0 && isReassigned(binding))
      this.#escape(binding.path, file, 'helper-passed-as-value');
  }

  /** What is done with the value of `expression`. */
  #value(expression: NodePath, steps: Steps, file: SourceFile): void {
    const parent = expression.parentPath;
    if (!parent || this.#isKnown(expression.node, steps)) return;
    const [step, ...rest] = steps;
    const passOn = (): void => this.#value(parent, steps, file);
    const { key, listKey } = expression;
    if (isTransparent(parent)) {
      const type =
        parent.isTSSatisfiesExpression() || parent.isTSAsExpression()
          ? parent.node.typeAnnotation
          : undefined;
      this.#value(parent, this.#declared(type, steps, parent, file), file);
    } else if (parent.isMemberExpression() || parent.isOptionalMemberExpression()) {
      if (key === 'object') this.#member(parent, step, rest, file);
    } else if (asCall(parent) && key === 'callee') {
      const call = parent as CallPath;
      if (!step) {
        if (isKept(call)) this.#escape(call, file, 'result-is-kept');
        else (isTestFile(file.path) ? this.calledInTests : this.sites).push({ file, call });
      } else if (step.kind === 'unsure') this.#escape(call, file, 'helper-in-table');
      else if (step.kind === 'result') this.#value(parent, rest, file);
    } else if (parent.isNewExpression() && key === 'callee') {
      if (step?.kind === 'instance') this.#value(parent, rest, file);
      else if (step?.kind === 'constructed') this.#constructed(parent.get('arguments'), file);
    } else if (listKey === 'arguments') {
      this.#argument(expression, parent, steps, file);
    } else if (parent.isVariableDeclarator() && key === 'init') {
      const id = parent.get('id');
      const type = id.isIdentifier() ? annotationOf(id.node) : undefined;
      this.#pattern(id as NodePath, this.#declared(type, steps, parent, file), file);
    } else if (parent.isAssignmentPattern() && key === 'right') {
      this.#pattern(parent.get('left') as NodePath, steps, file);
    } else if (parent.isAssignmentExpression() && key === 'right') {
      this.#assignment(parent, steps, file);
      passOn();
    } else if (parent.isObjectProperty() && key === 'value') {
      this.#property(parent, steps, file);
    } else if (parent.isSpreadElement()) {
      const holder = parent.parentPath;
      const isKey = isKeyStep(step);
      if (isKey && (holder.isObjectExpression() || holder.isArrayExpression()))
        this.#value(holder, steps, file);
      else if (!step || isKey) this.#left(expression, steps, file);
    } else if (parent.isArrayExpression() && step) {
      this.#value(parent, [keyInArray(expression, parent), ...steps], file);
    } else if (parent.isForOfStatement() && key === 'right') {
      if (step?.kind === 'entry') this.#eachEntry(parent, step, rest, file);
    } else if (parent.isConditionalExpression() && key !== 'test') {
      const other = parent.get(key === 'consequent' ? 'alternate' : 'consequent') as NodePath;
      // What stands in for the function may not take the session.
      if (isNothing(other) || (step && isTypedPlace(parent))) passOn();
      else this.#escape(expression, file, 'helper-passed-as-value');
    } else if (parent.isLogicalExpression()) {
      passOn();
    } else if (parent.isSequenceExpression() && listKey === 'expressions') {
      if (key === parent.node.expressions.length - 1) passOn();
    } else if (parent.isReturnStatement()) {
      const fn = parent.getFunctionParent();
      if (fn) this.#result(fn, steps, file);
    } else if (parent.isArrowFunctionExpression() && key === 'body') {
      this.#result(parent, steps, file);
    } else if (parent.isExportSpecifier()) {
      const { exported } = parent.node;
      this.#export(exported.type === 'Identifier' ? exported.name : exported.value, steps, file);
    } else if (parent.isExportDefaultDeclaration()) {
      this.#export('default', steps, file);
    } else if (parent.isTSExportAssignment()) {
      this.#commonJs(steps, file);
    } else if (parent.isClassProperty() || parent.isClassPrivateProperty()) {
      const name = classKey(parent.node);
      const of = parent.parentPath?.parentPath;
      if (key === 'value' && name !== undefined && of?.isClass()) {
        const type = parent.isClassProperty() ? annotationOf(parent.node) : undefined;
        const inner = this.#declared(type, steps, parent, file);
        this.#classMember(of, parent.node.static === true, name, inner, file);
      }
    } else if (parent.isClass() && key === 'superClass') {
      this.#subclass(parent, steps, file);
    } else if (parent.isTSTypeReference() || parent.isTSExpressionWithTypeArguments()) {
      if (step?.kind === 'instance') this.#typed(parent, rest, file);
    } else if (steps.length === 0 ? !isHarmless(parent) : isHandOver(parent)) {
      this.#left(expression, steps, file);
    }
  }

  /** The function goes where it cannot be followed. Whoever is given what holds it calls it as it is written. */
  #left(at: NodePath, steps: Steps, file: SourceFile): void {
    if (steps.length > 0) {
      if (!isTestFile(file.path))
        this.handedOver.push({ path: file.path, ...spanOf(at.node), when: timeOf(at) });
      return;
    }
    const inTable = at.parentPath?.isArrayExpression() || at.parentPath?.isObjectProperty();
    const isOfProject = (source: string): boolean => this.#host.resolve(source, file.path) !== undefined;
    if (!inTable) this.#escape(at, file, 'helper-passed-as-value');
    else this.#escape(at, file, isInLibraryTable(at, isOfProject) ? 'library-callback' : 'helper-in-table');
  }

  #member(
    expression: NodePath<t.MemberExpression | t.OptionalMemberExpression>,
    step: Step | undefined,
    rest: Steps,
    file: SourceFile,
  ): void {
    const { name } = asMember(expression) ?? {};
    const settled = name === undefined ? undefined : settledBy(expression, name, step);
    if (settled) {
      this.#settled(settled, name === 'then', step ? [step, ...rest] : [], file);
      return;
    }
    if (step?.kind === 'entry') {
      this.#entryMember(expression, name, step, rest, file);
      return;
    }
    if (step?.kind === 'member') {
      if (name !== undefined) this.#named(expression, name, step, rest, file);
      else if (!isPrivateMember(expression) && !isWritten(expression))
        this.#entry(expression, step, rest, file);
      return;
    }
    if (step || !(name === 'bind' || name === 'call' || name === 'apply')) return;
    this.#escape(expression, file, 'helper-passed-as-value');
    const made = callTo(expression);
    const call = name === 'bind' ? made && callTo(made) : made;
    if (call && name !== 'apply' && !isTestFile(file.path)) this.indirect.push({ file, call });
  }

  /** `createAnalytics().then((analytics) => …)`; `catch` and `finally` give on what they have. */
  #settled(call: CallPath, isThen: boolean, steps: Steps, file: SourceFile): void {
    if (!isThen) {
      this.#value(call, steps, file);
      return;
    }
    const [argument] = argumentsOf(call);
    const target = argument && this.#calledFunction(unwrap(argument), file);
    const [param] = target ? paramsOf(target.fn) : [];
    if (target && param) this.#parameter(param, steps, target.file);
  }

  /** A member under its name, which may be what is looked for, and a method that gives back what it is called on, too. */
  #named(expression: NodePath, name: string, step: MemberStep, rest: Steps, file: SourceFile): void {
    if (name === step.name) this.#value(expression, rest, file);
    if (step.past?.has(name)) this.#chained(expression, [step, ...rest], file);
  }

  /** `builder.by(userId).send()`, where `by` gives back the builder. */
  #chained(expression: NodePath, steps: Steps, file: SourceFile): void {
    const call = expression.parentPath && asCall(expression.parentPath);
    if (call && expression.key === 'callee') this.#value(call, steps, file);
  }

  /** What is done with a list, a map or a table by one of its members. */
  #entryMember(
    expression: NodePath<t.MemberExpression | t.OptionalMemberExpression>,
    name: string | undefined,
    step: KeyStep,
    rest: Steps,
    file: SourceFile,
  ): void {
    const call = callTo(expression);
    const use = call && name !== undefined ? entryUseOf(name) : undefined;
    if (!call || use === undefined) {
      if (!isWritten(expression)) this.#entry(expression, step, rest, file);
      return;
    }
    if (use.callsBack) this.#calledBack(call, step, rest, file);
    if (use.gives === 'entry') this.#entry(call, step, rest, file);
    else if (use.gives === 'entries') this.#value(call, [step, ...rest], file);
  }

  /** `providers.forEach((provider) => …)` */
  #calledBack(call: CallPath, step: KeyStep, rest: Steps, file: SourceFile): void {
    const [argument] = argumentsOf(call);
    const target = argument && this.#calledFunction(unwrap(argument), file);
    const [param] = target ? paramsOf(target.fn) : [];
    if (!target || !param) return;
    this.#parameter(param, fromEntry(step, rest), target.file);
  }

  /** `for (const provider of providers)` */
  #eachEntry(loop: NodePath<t.ForOfStatement>, step: KeyStep, rest: Steps, file: SourceFile): void {
    const left = loop.get('left');
    const [declarator] = left.isVariableDeclaration() ? left.get('declarations') : [];
    this.#pattern((declarator ? declarator.get('id') : left) as NodePath, fromEntry(step, rest), file);
  }

  /** One of the values that stand together under `step`. */
  #entry(expression: NodePath, step: KeyStep, rest: Steps, file: SourceFile): void {
    if (step.agreed || rest.length > 0) this.#value(expression, fromEntry(step, rest), file);
    else this.#escape(expression, file, 'helper-in-table');
  }

  #argument(expression: NodePath, call: NodePath, steps: Steps, file: SourceFile): void {
    const [step, ...rest] = steps;
    const made = asCall(call);
    const callee = made ? unwrap(calleeOf(made)) : unwrap(call.get('callee') as NodePath);
    const name = asMember(callee)?.name;
    const object = asMember(callee)?.object;
    if (object?.isIdentifier({ name: 'Object' }) && (name === 'freeze' || name === 'assign')) {
      this.#value(call, steps, file);
      return;
    }
    if (made && isPromiseAll(made) && isKeyStep(step)) {
      this.#value(call, steps, file);
      return;
    }
    if (name === 'then' && step?.kind === 'result') {
      this.#value(call, rest, file);
      return;
    }
    const store = step && expression.key === 0 && object ? this.#storeOf(object, name, file) : undefined;
    if (store) {
      this.#value(store.value, [member('getStore'), RESULT, ...steps], store.file);
      return;
    }
    if (name === 'then' && object && isModulePromise(object)) {
      // `import('./analytics').then(({ track }) => …)`: followed from the import itself.
      return;
    }
    const position = typeof expression.key === 'number' ? expression.key : 0;
    if (object?.isIdentifier({ name: 'Object' }) && (name === 'values' || name === 'entries')) {
      if (!isKeyStep(step)) return;
      const entry: KeyStep = { ...ENTRY, ...(step.agreed && { agreed: true }) };
      this.#value(call, [entry, ...(name === 'values' ? [] : [member('1')]), ...rest], file);
      return;
    }
    const target = step ? this.#calledFunction(callee, file) : undefined;
    const param = target && paramsOf(target.fn)[position];
    if (target && param) {
      this.#parameter(param, steps, target.file);
      return;
    }
    if (step && this.#toGivenFunctions(callee, position, steps, file)) return;
    const keys = expression.isObjectExpression() ? keysOf(steps) : undefined;
    if (keys) {
      // What is handed over in an object of its own is called as it is written.
      if (isWrittenOut(expression, keys)) this.#escape(expression, file, 'library-callback');
      else this.#left(expression, steps, file);
      return;
    }
    if (!step)
      this.#escape(expression, file, expression.isFunction() ? 'library-callback' : 'helper-passed-as-value');
    else this.#left(expression, steps, file);
  }

  /** The `AsyncLocalStorage` of the project that keeps the first argument of its method `name`. */
  #storeOf(object: NodePath, name: string | undefined, file: SourceFile) {
    if (name !== 'run' && name !== 'enterWith') return undefined;
    const found = this.#valueNamed(unwrap(object), file);
    const made = found?.value.isNewExpression() ? importedValue(found.value.get('callee')) : undefined;
    return made?.name === 'AsyncLocalStorage' ? found : undefined;
  }

  /**
   * `run(createAnalytics())`, where `run` is a parameter: to the functions that callers give for it.
   * @returns whether all of them are known.
   */
  #toGivenFunctions(callee: NodePath, position: number, steps: Steps, file: SourceFile): boolean {
    const given = this.#givenFunctions(callee, file);
    for (const { fn, file: other } of given.functions) {
      const param = paramsOf(fn)[position];
      if (param) this.#parameter(param, steps, other);
    }
    return given.functions.length > 0 && given.isComplete;
  }

  /** What callers give for a parameter that is called. */
  #givenFunctions(callee: NodePath, file: SourceFile, hops = 0): GivenFunctions {
    const binding = callee.isIdentifier() ? callee.scope.getBinding(callee.node.name) : undefined;
    const fn = binding?.scope.path;
    const index = binding && fn?.isFunction() ? parameterPosition(binding, fn) : undefined;
    if (!binding || !fn?.isFunction() || index === undefined || hops > MOST_STEPS) return NONE_GIVEN;
    if (targetOf(paramsOf(fn)[index] as NodePath).node !== binding.identifier) return NONE_GIVEN;
    const all = this.#sitesOf(fn, file).flatMap(({ call, file: user }): GivenFunctions[] => {
      const argument = argumentsOf(call)[index];
      if (!argument || isNothing(argument)) return [];
      const value = unwrap(argument);
      const found = this.#calledFunction(value, user);
      return [found ? { functions: [found], isComplete: true } : this.#givenFunctions(value, user, hops + 1)];
    });
    return {
      functions: all.flatMap(({ functions }) => functions),
      isComplete: all.every(({ isComplete }) => isComplete),
    };
  }

  /** The calls of another function, which is followed once for all that this walk comes to by it. */
  #sitesOf(fn: NodePath<t.Function>, file: SourceFile): readonly CallSite[] {
    const known = this.#sitesByFunction.get(fn.node);
    if (known) return known;
    this.#sitesByFunction.set(fn.node, []);
    const walk = new UseWalk(this.#host, this.#sitesByFunction);
    walk.start(fn, file);
    this.#sitesByFunction.set(fn.node, walk.sites);
    return walk.sites;
  }

  /** The function, or the constructor, of the project that `callee` stands for. */
  #calledFunction(
    callee: NodePath,
    file: SourceFile,
  ): { fn: NodePath<t.Function>; file: SourceFile } | undefined {
    const found = this.#valueNamed(callee, file);
    return found && functionIn(found.value, found.file);
  }

  /** What an expression names, in this file or in the one that it is imported from. */
  #valueNamed(expression: NodePath, file: SourceFile): { value: NodePath; file: SourceFile } | undefined {
    const imported = importedValue(expression);
    if (!imported) return { value: followLocal(expression), file };
    const path = this.#host.resolve(imported.source, file.path);
    const other = path === undefined ? undefined : this.#host.load(path);
    const value = other && exportedValue(other, imported.name);
    return value && other ? { value, file: other } : undefined;
  }

  #parameter(param: NodePath, steps: Steps, file: SourceFile): void {
    const inner = targetOf(param.isTSParameterProperty() ? (param.get('parameter') as NodePath) : param);
    const type = inner.isIdentifier() || inner.isObjectPattern() ? annotationOf(inner.node) : undefined;
    const known = this.#declared(type, steps, inner, file);
    this.#pattern(inner, known, file);
    if (!param.isTSParameterProperty()) return;
    const of = param.getFunctionParent()?.parentPath?.parentPath;
    if (inner.isIdentifier() && of?.isClass()) this.#classMember(of, false, inner.node.name, known, file);
  }

  #pattern(pattern: NodePath, steps: Steps, file: SourceFile): void {
    if (pattern.isIdentifier()) {
      const binding = pattern.scope.getBinding(pattern.node.name);
      if (binding) this.#binding(binding, steps, file);
      return;
    }
    const [step, ...rest] = steps;
    if (pattern.isArrayPattern()) {
      for (const [index, element] of (pattern.get('elements') as NodePath[]).entries()) {
        if (!element.node) continue;
        if (step?.kind === 'entry') this.#pattern(targetOf(element), fromEntry(step, rest), file);
        else if (step?.kind === 'member' && step.name === String(index))
          this.#pattern(targetOf(element), rest, file);
      }
      return;
    }
    if (!pattern.isObjectPattern() || step?.kind !== 'member') return;
    for (const property of pattern.get('properties')) {
      if (property.isRestElement()) this.#pattern(property.get('argument') as NodePath, steps, file);
      else if (property.isObjectProperty() && keyName(property.node) === step.name)
        this.#pattern(targetOf(property.get('value') as NodePath), rest, file);
    }
  }

  #assignment(assignment: NodePath<t.AssignmentExpression>, steps: Steps, file: SourceFile): void {
    const left = unwrap(assignment.get('left') as NodePath);
    if (left.isIdentifier() || left.isObjectPattern()) {
      this.#pattern(left, steps, file);
      return;
    }
    const target = asMember(left);
    if (!target) return;
    const { object, name } = target;
    if (isModuleExports(left)) this.#commonJs(steps, file);
    else if (name !== undefined && isModuleExports(object)) this.#export(name, steps, file);
    else if (object.isThisExpression()) {
      const of = classAround(left);
      const key = name ?? privateName(left);
      if (of && key !== undefined) this.#classMember(of, false, key, steps, file);
    } else if (object.isIdentifier() && name !== undefined) {
      const binding = object.scope.getBinding(object.node.name);
      if (binding) this.#binding(binding, [member(name), ...steps], file);
      else if (steps.length === 0) this.#left(assignment, steps, file);
    } else if (steps.length === 0) this.#left(assignment, steps, file);
  }

  #property(property: NodePath<t.ObjectProperty>, steps: Steps, file: SourceFile): void {
    const name = keyName(property.node);
    const object = property.parentPath;
    if (name !== undefined) this.#objectMember(object, name, steps, file);
    else if (steps.length === 0) this.#left(property, steps, file);
    else if (object.isObjectExpression()) this.#value(object, [ENTRY, ...steps], file);
  }

  #objectMember(object: NodePath | null, name: string, steps: Steps, file: SourceFile): void {
    if (!object?.isObjectExpression()) return;
    const whole: Steps = [member(name, fluentMethods(object)), ...steps];
    for (const property of object.get('properties')) {
      if (property.isObjectMethod()) this.#throughThis(property, whole, file);
    }
    this.#value(object, whole, file);
  }

  #result(fn: NodePath<t.Function>, steps: Steps, file: SourceFile): void {
    const { returnType } = fn.node;
    const type = returnType?.type === 'TSTypeAnnotation' ? returnType.typeAnnotation : undefined;
    const inner: Steps = [RESULT, ...this.#declared(type, steps, fn, file)];
    if (fn.isFunctionDeclaration()) this.#declaration(fn, inner, file);
    else if (fn.isObjectMethod()) {
      const name = keyName(fn.node);
      if (name !== undefined) this.#objectMember(fn.parentPath, name, inner, file);
    } else if (isClassFunction(fn)) {
      const name = classKey(fn.node);
      const of = fn.parentPath?.parentPath;
      const given: Steps = fn.node.kind === 'get' ? steps : inner;
      if (name !== undefined && of?.isClass()) this.#classMember(of, fn.node.static, name, given, file);
    } else this.#value(fn, inner, file);
  }

  /** `name` of a class or of its instances. */
  #classMember(of: NodePath<t.Class>, isStatic: boolean, name: string, steps: Steps, file: SourceFile): void {
    // The class itself, where it is an expression, is followed by the same steps below.
    if (this.#isKnown(of.node.body, [isStatic ? RESULT : INSTANCE, member(name), ...steps])) return;
    const whole: Steps = [member(name, isStatic ? undefined : this.#fluentMethods(of, file)), ...steps];
    for (const one of of.get('body').get('body')) this.#throughThis(one as NodePath, whole, file);
    if (!isStatic) this.#implemented(of, whole, file);
    if (name.startsWith('#')) return;
    this.#class(of, [...(isStatic ? [] : [INSTANCE]), ...whole], file);
  }

  /** Those of a class and of what it extends. */
  #fluentMethods(of: NodePath<t.Class>, file: SourceFile, hops = 0): ReadonlySet<string> {
    const own = fluentMethods(of);
    const superClass = of.get('superClass') as NodePath;
    const base = superClass.node && hops <= 5 ? this.#valueNamed(unwrap(superClass), file) : undefined;
    return base?.value.isClass()
      ? new Set([...own, ...this.#fluentMethods(base.value, base.file, hops + 1)])
      : own;
  }

  /** The abstract declarations that a method fulfils, and what is called through them. */
  #abstractMethods(of: NodePath<t.Class>, name: string, file: SourceFile, hops = 0): void {
    const superClass = of.get('superClass') as NodePath;
    if (!superClass.node || hops > 5) return;
    const base = this.#valueNamed(unwrap(superClass), file);
    if (!base?.value.isClass()) return;
    for (const one of base.value.get('body').get('body') as NodePath[]) {
      if (!one.isTSDeclareMethod() || classKey(one.node) !== name) continue;
      this.signatures.push({ file: base.file, node: one as NodePath<SignatureNode> });
      this.#classMember(base.value, false, name, [], base.file);
    }
    this.#abstractMethods(base.value, name, base.file, hops + 1);
  }

  #class(of: NodePath<t.Class>, steps: Steps, file: SourceFile): void {
    if (of.isClassDeclaration()) this.#declaration(of, steps, file);
    else this.#value(of, steps, file);
  }

  #implemented(of: NodePath<t.Class>, steps: Steps, file: SourceFile): void {
    for (const one of of.node.implements ?? []) {
      if (one.type === 'TSExpressionWithTypeArguments') this.#declared(one, steps, of, file);
    }
  }

  /** `this.name` (and `super.name`) inside one member of a class or an object. */
  #throughThis(holder: NodePath, [step, ...rest]: Steps, file: SourceFile): void {
    if (step?.kind !== 'member') return;
    const visitMember = (path: NodePath): void => {
      const found = asMember(path);
      if (!found || !(found.object.isThisExpression() || found.object.isSuper())) return;
      if (found.name !== undefined) this.#named(path, found.name, step, rest, file);
    };
    readBelow(holder, {
      Function: (inner) => {
        if (!inner.isArrowFunctionExpression() && inner.node !== holder.node) inner.skip();
      },
      Class: (inner) => inner.skip(),
      MemberExpression: visitMember,
      OptionalMemberExpression: visitMember,
    });
  }

  #constructed(args: readonly NodePath[], file: SourceFile): void {
    if (!isTestFile(file.path)) this.constructions.push({ file, args });
  }

  #subclass(of: NodePath<t.Class>, steps: Steps, file: SourceFile): void {
    const [step, inner, ...rest] = steps;
    const made = step?.kind === 'constructed' ? functionIn(of, file)?.fn : undefined;
    if (made) for (const args of superArguments(made)) this.#constructed(args, file);
    else if (step?.kind === 'instance' && inner?.kind === 'member')
      this.#classMember(of, false, inner.name, rest, file);
    else this.#class(of, steps, file);
  }

  /** Values that are annotated with a class: `constructor(private analytics: Analytics)`. */
  #typed(type: NodePath, inner: Steps, file: SourceFile): void {
    let at: NodePath = type;
    let steps = inner;
    for (let around = at.parentPath; around; around = at.parentPath) {
      const collection = collectionAround(at);
      if (collection) steps = [AGREED_ENTRY, ...steps];
      else if (!isTypeWrapper(around)) break;
      at = collection ?? around;
    }
    const annotation = at.parentPath;
    if (!annotation?.isTSTypeAnnotation()) return;
    const holder = annotation.parentPath;
    if (holder?.isIdentifier()) {
      const parameter = holder.parentPath;
      if (parameter?.isTSParameterProperty() || parameter?.parentPath?.isTSParameterProperty())
        this.#parameter(
          parameter.isTSParameterProperty() ? parameter : (parameter.parentPath as NodePath),
          steps,
          file,
        );
      else if (!hasOwnMember(parameter, steps)) this.#pattern(holder, steps, file);
    } else if (holder?.isObjectPattern()) {
      this.#pattern(holder, steps, file);
    } else if (holder?.isClassProperty() || holder?.isClassPrivateProperty()) {
      const name = classKey(holder.node);
      const of = holder.parentPath?.parentPath;
      if (name !== undefined && of?.isClass())
        this.#classMember(of, holder.node.static === true, name, steps, file);
    } else if (holder?.isFunction() && annotation.key === 'returnType') {
      this.#result(holder, steps, file);
    } else if (holder?.isTSPropertySignature()) {
      const { key } = holder.node;
      if (key.type === 'Identifier') this.#typedMember(holder, member(key.name), steps, file);
    } else if (holder?.isTSIndexSignature()) {
      this.#typedMember(holder, AGREED_ENTRY, steps, file);
    }
  }

  /** What is annotated with the object type of which a member is typed: `{ analytics }: { analytics: Analytics }`. */
  #typedMember(holder: NodePath, key: KeyStep, steps: Steps, file: SourceFile): void {
    const of = holder.parentPath;
    const declaration = of?.parentPath;
    const whole = agreedOn([key, ...steps]);
    if (declaration?.isTSInterfaceDeclaration() || declaration?.isTSTypeAliasDeclaration())
      this.#typeUses(declaration as TypeDeclaration, file, whole);
    else if (of?.isTSTypeLiteral()) this.#typed(of, whole, file);
  }

  /**
   * A type that the value is declared to have: it has to know a new parameter of the function too.
   * @returns the steps, and whether the type agrees on what else may be found by them.
   */
  #declared(type: t.TSType | undefined, steps: Steps, at: NodePath, file: SourceFile): Steps {
    const keys = keysOf(steps);
    if (!type || !keys) return steps;
    const found = declaredMember(type, keys, at, file, this.#host);
    switch (found.kind) {
      case 'unrelated':
        return steps;
      case 'unknown':
        this.#escape(at, file, 'helper-declared-type');
        return steps;
      case 'signature':
        if (!this.signatures.some(({ node }) => node.node === found.node.node))
          this.signatures.push({ file: found.file, node: found.node });
        for (const holder of found.holders)
          this.#typeUses(holder.declaration, holder.file, agreedOn(steps.slice(steps.length - holder.keys)));
        return agreedOn(steps);
    }
  }

  /** Everything that is declared to be of an interface or alias that holds the function. */
  #typeUses(declaration: TypeDeclaration, file: SourceFile, steps: Steps): void {
    if (this.#isKnown(declaration.node, steps)) return;
    const { name } = declaration.node.id;
    this.#typeNamed(name, steps, file);
    if (!declaration.parentPath?.isExportNamedDeclaration()) return;
    const isMeant = (path: string): boolean =>
      !isTestFile(path) && this.#saysOf(path, (text) => hasWord(name, text));
    for (const { request, user } of this.#requests(file, isMeant)) {
      if (request.kind === 'import' && request.imported === name)
        this.#typeNamed(request.local.node.name, steps, user);
    }
  }

  #typeNamed(name: string, steps: Steps, file: SourceFile): void {
    for (const reference of typesNamed(name, file)) this.#typed(reference, steps, file);
  }

  #commonJs(steps: Steps, file: SourceFile): void {
    const [step, ...rest] = steps;
    this.#export('default', steps, file);
    if (step?.kind === 'member') this.#export(step.name, rest, file);
    else this.#required(steps, file);
  }

  /** `require('x')` of a module that is the function itself, or gives it when it is called. */
  #required(steps: Steps, file: SourceFile): void {
    for (const { request, user } of this.#requests(file)) {
      const call = request.kind === 'expression' ? asCall(request.expression) : undefined;
      if (call && calleeOf(call).isIdentifier({ name: 'require' })) this.#value(call, steps, user);
    }
  }

  /** What other files import of one, as far as their paths pass. */
  *#requests(
    file: SourceFile,
    isMeant: (path: string) => boolean = () => true,
  ): Generator<{ readonly request: ModuleRequest; readonly user: SourceFile }> {
    for (const path of this.#host.users?.(file.path) ?? []) {
      const user = isMeant(path) ? this.#host.load(path) : undefined;
      if (!user) continue;
      for (const request of requestsOf(file.path, user, this.#host)) yield { request, user };
    }
  }

  #export(name: string, steps: Steps, file: SourceFile): void {
    if (this.#isKnown(file, [member(name), RESULT, ...steps])) return;
    if (steps.length === 0) this.exportedAs.push({ file, name });
    for (const read of readsOfOwnExport(file, name)) this.#value(read, steps, file);
    if (this.#host.users?.(file.path) === undefined) {
      this.isComplete = false;
      return;
    }
    const isMeant = (path: string): boolean =>
      path !== file.path && this.#saysOf(path, (text) => mayTake(name, text));
    for (const { request, user } of this.#requests(file, isMeant)) this.#request(request, name, steps, user);
  }

  /** Whether something may be so of a file, by its text, which is not parsed for it. */
  #saysOf(path: string, test: (text: string) => boolean): boolean {
    const text = this.#host.text?.(path);
    return text === undefined || test(text);
  }

  #request(request: ModuleRequest, name: string, steps: Steps, file: SourceFile): void {
    const whole: Steps = [member(name), ...steps];
    switch (request.kind) {
      case 'import': {
        const binding = request.local.scope.getBinding(request.local.node.name);
        if (!binding) return;
        if (request.imported === name) this.#binding(binding, steps, file);
        else if (request.imported === '*') this.#binding(binding, whole, file);
        return;
      }
      case 're-export':
        if (request.imported === name) this.#export(request.exported, steps, file);
        else if (request.imported === '*') this.#export(request.exported, whole, file);
        return;
      case 'export-all':
        if (name !== 'default') this.#export(name, steps, file);
        return;
      case 'expression':
        this.#module(request.expression, whole, file);
        return;
    }
  }

  /** `require('x')`, `await import('x')` or `import('x').then((x) => …)`. */
  #module(expression: NodePath, steps: Steps, file: SourceFile): void {
    const then = expression.parentPath && asMember(expression.parentPath);
    const call = then?.name === 'then' ? asCall(expression.parentPath?.parentPath as NodePath) : undefined;
    const callback = call && unwrap(argumentsOf(call)[0] ?? call);
    if (callback?.isFunction()) {
      const [param] = callback.get('params');
      if (param) this.#pattern(targetOf(param as NodePath), steps, file);
      return;
    }
    this.#value(expression, steps, file);
  }
}
