import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { followLocal, moduleExports } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  type CallPath,
  calleeOf,
  callsOf,
  declaredValue,
  importedFrom,
  keyName,
  memberCalled,
  memberUnder,
  parameterPosition,
  patternKey,
  returnedBy,
  unwrap,
} from './expressions.js';
import { SESSION_HEADER } from './header-clues.js';
import { mentionsHeaderOf } from './header-mentions.js';
import { holdsHeaders } from './header-uses.js';
import type { AnalysisContext } from './model.js';
import { isReadOffNobodys } from './nobodys-headers.js';
import { carriesSession } from './passed-session.js';
import { programOf } from './program.js';
import { projectText } from './project-text.js';
import { resolved } from './project-values.js';
import { almostSessionHeader, holdsAlmostHeader } from './session-header-names.js';
import { existingSlot } from './session-slot.js';
import { namesSession } from './session-type.js';
import { HEADER_NAMES, SESSION_KEYS, type SessionKey } from './signal-methods.js';
import { isWorthLoading, type Sought } from './worth-loading.js';
import { type Question, YesOrNo } from './yes-or-no.js';

type Next = ReturnType<Question['next']>;

/** What a module holds that reads the session, asks a reader for it or says that it gives one. */
const READS_SESSION: Sought = {
  text: new RegExp(`${SESSION_HEADER.source}|SessionInfo`, 'i'),
  further: 2,
};

/**
 * Decides whether an expression holds an id that came from the `x-signal-*` headers, in whatever style it was
 * written: the four documented forms, a local helper, a header name in a constant, an object passed along.
 * A parameter of a function that is not itself a request scope counts where it says so: a person wrote it.
 */
export class SessionOrigin {
  readonly #context: AnalysisContext;
  readonly #file: SourceFile;
  readonly #isScope: (fn: t.Node) => boolean;
  readonly #spelling: Spelling;
  readonly #questions = new YesOrNo();
  #lenient: SessionOrigin | undefined;

  constructor(
    context: AnalysisContext,
    file: SourceFile,
    isScope: (fn: t.Node) => boolean,
    spelling: Spelling = 'exact',
  ) {
    this.#context = context;
    this.#file = file;
    this.#isScope = isScope;
    this.#spelling = spelling;
  }

  /** The path of the file. */
  get path(): string {
    return this.#file.path;
  }

  /** Whether `expression` is the id `key`. */
  isId(expression: NodePath, key: SessionKey): boolean {
    return this.#questions.ask(this.#id(expression, key));
  }

  /** Whether `expression` would be the id `key`, were the names of headers not almost, but not quite, those of the session. */
  isAlmostId(expression: NodePath, key: SessionKey): boolean {
    this.#lenient ??= new SessionOrigin(this.#context, this.#file, this.#isScope, 'almost');
    return this.#lenient.isId(expression, key);
  }

  /** Whether `expression` is an object whose property `key` is the id from the header. */
  isSession(expression: NodePath, key: SessionKey): boolean {
    return this.#questions.ask(this.#session(expression, key));
  }

  /** Whether `callee` is a function that reads the header of `key`. */
  isReader(callee: NodePath, key: SessionKey): boolean {
    return this.#questions.ask(this.#reads(callee, key));
  }

  #id(expression: NodePath, key: SessionKey): Question {
    const value = unwrap(expression);
    return { about: subjectOf(value), name: `id ${key}`, next: () => this.#nextOfId(value, key) };
  }

  #session(expression: NodePath, key: SessionKey): Question {
    const value = unwrap(expression);
    return { about: subjectOf(value), name: `session ${key}`, next: () => this.#nextOfSession(value, key) };
  }

  #nextOfId(value: NodePath, key: SessionKey): Next {
    const again = (path: NodePath): Question => this.#id(path, key);
    if (value.isAwaitExpression()) return [again(value.get('argument'))];
    if (value.isLogicalExpression()) return [again(value.get('left')), again(value.get('right'))];
    if (value.isConditionalExpression())
      return [again(value.get('consequent')), again(value.get('alternate'))];
    if (value.isTemplateLiteral()) return value.get('expressions').map((part) => again(part as NodePath));
    if (value.isIdentifier()) return this.#nextOfIdentifier(value, key);
    const member = asMember(value);
    if (member) {
      if (isComputed(value) && this.#isHeaderName(member.property, key, [member.object])) return true;
      if (member.name === key) return [this.#session(member.object, key)];
      return member.name === undefined ? [again(member.object)] : [];
    }
    const call = asCall(value);
    return call ? this.#nextOfCall(call, key) : [];
  }

  #nextOfSession(value: NodePath, key: SessionKey): Next {
    const again = (path: NodePath): Question => this.#session(path, key);
    if (value.isAwaitExpression()) return [again(value.get('argument'))];
    if (value.isLogicalExpression()) return [again(value.get('left')), again(value.get('right'))];
    if (value.isConditionalExpression())
      return [again(value.get('consequent')), again(value.get('alternate'))];
    if (value.isObjectExpression()) return this.#nextOfObject(value, key);
    if (value.isIdentifier()) {
      const binding = value.scope.getBinding(value.node.name);
      if (!binding) return [];
      return binding.kind === 'param' ? this.#nextOfParameter(binding, key) : valuesOf(binding).map(again);
    }
    if (this.#isOptionOfParameter(value)) return true;
    const call = asCall(value);
    if (!call) return [];
    const callback = thenOf(call);
    if (!callback && isReadOffNobodys(call)) return [];
    return [this.#reads(callback ?? calleeOf(call), key)];
  }

  /** `options.session`, where `options` is a parameter of a function that is no request scope. */
  #isOptionOfParameter(value: NodePath): boolean {
    const member = asMember(value);
    if (!member?.object.isIdentifier() || !/^(?:signal)?session$/i.test(member.name ?? '')) return false;
    const binding = value.scope.getBinding(member.object.node.name);
    if (binding?.kind !== 'param' || this.#isScope(binding.scope.block)) return false;
    const { host } = this.#context;
    const fn = binding.scope.path;
    const slot = fn.isFunction() ? existingSlot(fn, this.#file, host) : undefined;
    return slot?.name === `${member.object.node.name}.${member.name}`;
  }

  #nextOfObject(object: NodePath<t.ObjectExpression>, key: SessionKey): Next {
    return object.get('properties').flatMap((property) => {
      if (property.isSpreadElement()) return [this.#session(property.get('argument'), key)];
      return property.isObjectProperty() && keyName(property.node) === key
        ? [this.#id(property.get('value') as NodePath, key)]
        : [];
    });
  }

  #nextOfIdentifier(identifier: NodePath<t.Identifier>, key: SessionKey): Next {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return [];
    if (binding.kind === 'param') return this.#paramIsId(binding, key) ? true : [];
    const declarator = binding.path;
    if (declarator.isVariableDeclarator()) {
      const pattern = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      if (pattern.isObjectPattern() && init.node) {
        const taken = patternKey(pattern.node, binding.identifier);
        if (taken !== undefined && this.#isHeader(taken, key)) return true;
        return taken === key ? [this.#session(init, key)] : [];
      }
    }
    return valuesOf(binding).map((value) => this.#id(value, key));
  }

  /** `function track(user, sessionId, windowId)`: only a name that says so, and not in a request scope. */
  #paramIsId(binding: Binding, key: SessionKey): boolean {
    // A parameter of that name is nearly always the application's own id.
    if (key === 'distinctId') return false;
    const fn = binding.scope.block;
    const { path } = binding;
    const pattern = path.isObjectPattern() ? path.node : undefined;
    const taken = pattern ? patternKey(pattern, binding.identifier) : binding.identifier.name;
    if (taken !== key && taken !== `signal${key[0]?.toUpperCase()}${key.slice(1)}`) return false;
    if (!this.#isScope(fn)) return true;
    return pattern !== undefined && hasKeys(pattern, SESSION_KEYS);
  }

  /** A parameter that carries the session by its type, its name or its use, or into which a caller puts it. */
  #nextOfParameter(binding: Binding, key: SessionKey): Next {
    const fn = binding.scope.path;
    if (!fn.isFunction() || this.#isScope(fn.node)) return [];
    if (carriesSession(binding, fn, this.#file, this.#context.host)) return true;
    const position = parameterPosition(binding, fn);
    return callsOf(fn).flatMap((call) => {
      const argument = position === undefined ? undefined : argumentsOf(call)[position];
      return argument ? [this.#session(argument, key)] : [];
    });
  }

  #nextOfCall(call: CallPath, key: SessionKey): Next {
    const callee = unwrap(calleeOf(call));
    const args = argumentsOf(call);
    const member = asMember(callee);
    const holders = [...args, ...(member ? [member.object] : [])];
    if (args.some((argument) => this.#isHeaderName(argument, key, holders))) return true;
    const callback = thenOf(call);
    return [
      ...args.map((argument) => this.#id(argument, key)),
      // `value.trim()`, `value.split(',')[0]`: still the same id.
      ...(member ? [this.#id(member.object, key)] : []),
      ...(callee.isIdentifier() && args.length <= 1 && !isReadOffNobodys(call)
        ? [this.#reads(callee, key)]
        : []),
      ...(callback ? [this.#reads(callback, key)] : []),
    ];
  }

  #reads(callee: NodePath, key: SessionKey): Question {
    const target = unwrap(callee);
    return { about: subjectOf(target), name: `reads ${key}`, next: () => this.#nextOfReading(target, key) };
  }

  #nextOfReading(target: NodePath, key: SessionKey): Next {
    const member = asMember(target);
    if (member?.object.isIdentifier() && member.name !== undefined) {
      const namespace = target.scope.getBinding(member.object.node.name);
      const imported = namespace && importedFrom(namespace);
      if (imported?.name === '*') return this.#nextOfImport(imported.source, member.name, key);
      return this.#nextOfMember(member.object, member.name, key, imported?.source);
    }
    if (target.isFunction()) return [this.#mentions(target, key)];
    if (!target.isIdentifier()) return [];
    const binding = target.scope.getBinding(target.node.name);
    if (!binding) return [];
    const imported = importedFrom(binding);
    if (imported) return this.#nextOfImport(imported.source, imported.name, key);
    const declared = declaredValue(binding);
    return declared ? [this.#mentions(unwrap(declared), key)] : [];
  }

  /** `sessions.read(request)`, of an object or a class with a reader among its functions. */
  #nextOfMember(object: NodePath, name: string, key: SessionKey, source: string | undefined): Next {
    const { host } = this.#context;
    const path = source === undefined ? this.#file.path : host.resolve(source, this.#file.path);
    if (path === undefined || !isWorthLoading(path, READS_SESSION, host)) return [];
    const holder = resolved(object, this.#file, host);
    const fn = holder && functionNamed(name, holder.value);
    if (!holder || !fn) return [];
    return [new SessionOrigin(this.#context, holder.file, () => true, this.#spelling).#gives(fn, key)];
  }

  #nextOfImport(source: string, name: string, key: SessionKey): Next {
    const { host, reader, sdkModules } = this.#context;
    if (sdkModules.includes(source)) return name === 'getSessionInfo' ? true : [];
    const path = host.resolve(source, this.#file.path);
    if (path === undefined) return [];
    const isReader = reader?.module.kind === 'file' && reader.module.path === path;
    if (isReader && (name === reader.exportName || name === reader.narrow?.exportName)) return true;
    const mayRead = name === 'getSessionInfo' || isWorthLoading(path, READS_SESSION, host);
    const file = mayRead ? host.load(path) : undefined;
    if (!file) return [];
    return [{ about: file, name: `export ${key} ${name}`, next: () => this.#nextOfExport(file, name, key) }];
  }

  #nextOfExport(file: SourceFile, name: string, key: SessionKey): Next {
    const exported = moduleExports(programOf(file));
    const own = exported.filter((one) => one.kind !== 'all' && one.name === name);
    if (name === 'getSessionInfo') {
      if (own.length === 0) return exported.some(({ kind }) => kind === 'all') ? true : [];
      if (own.some(({ kind }) => kind === 'from')) return true;
    }
    // Whoever calls it has a say in what its parameters are, which nobody asks here.
    const origin = new SessionOrigin(this.#context, file, () => true, this.#spelling);
    const isNamed = this.#spelling === 'exact' ? mentionsHeaderOf(key, file) : holdsAlmostHeader(file.text);
    // Only what the export itself does counts: a Signal module exports its client beside its reader.
    return (own.length > 0 ? own : exported).flatMap((one): Question[] => {
      if (one.kind === 'all') return name === 'default' ? [] : [origin.#export(one.source, name, key)];
      if (one.name !== name) return [];
      if (one.kind === 'from') return [origin.#export(one.source, one.imported, key)];
      const value = followLocal(one.value);
      return [
        ...(isNamed || value.isIdentifier() ? [origin.#reads(value, key)] : []),
        ...(isNamed ? [origin.#mentions(value, key)] : []),
        origin.#gives(value, key),
      ];
    });
  }

  /** What another module exports, as this one passes it on. */
  #export(source: string, name: string, key: SessionKey): Question {
    const next = (): Next => this.#nextOfImport(source, name, key);
    return { about: this.#file, name: `from ${key} ${name} ${source}`, next };
  }

  /** Whether what a function gives back is the id, or holds it. */
  #gives(fn: NodePath, key: SessionKey): Question {
    return { about: fn.node, name: `gives ${key}`, next: () => this.#nextOfGiving(fn, key) };
  }

  #nextOfGiving(fn: NodePath, key: SessionKey): Next {
    if (fn.isFunction()) {
      const { returnType } = fn.node;
      const type = returnType?.type === 'TSTypeAnnotation' ? returnType.typeAnnotation : undefined;
      if (type && namesSession(type, fn, this.#file, this.#context.host)) return true;
      return returnedBy(fn).flatMap((one) => [this.#session(one, key), this.#id(one, key)]);
    }
    // `cache(async () => …)`
    const call = asCall(fn);
    const given = call ? argumentsOf(call).map(followLocal) : [];
    return given.filter((one) => one.isFunction()).map((one) => this.#gives(one, key));
  }

  /** Whether a function's text names the header, itself or through a constant or another local function. */
  #mentions(fn: NodePath, key: SessionKey): Question {
    return { about: fn.node, name: `mentions ${key}`, next: () => this.#nextOfMentioning(fn, key) };
  }

  #nextOfMentioning(fn: NodePath, key: SessionKey): Next {
    let found = false;
    const next: Question[] = [];
    const isHeader = ({ node }: NodePath<t.StringLiteral>): boolean => this.#isHeader(node.value, key);
    readBelow(fn, {
      StringLiteral: (literal) => {
        found ||= isHeader(literal);
      },
      Identifier: (identifier) => {
        if (found || !identifier.isReferencedIdentifier()) return;
        const binding = identifier.scope.getBinding(identifier.node.name);
        const value = binding && !binding.path.isImportSpecifier() ? declaredValue(binding) : undefined;
        if (value?.isStringLiteral()) found = isHeader(value);
        else if (value?.isFunction() || value?.isObjectExpression()) next.push(this.#mentions(value, key));
        else if (binding && importedFrom(binding)) next.push(this.#reads(identifier, key));
      },
    });
    return found || next;
  }

  /** @param holders what the header may be read off. */
  #isHeaderName(path: NodePath, key: SessionKey, holders: readonly NodePath[]): boolean {
    const { host } = this.#context;
    const text = projectText(path, this.#file, host)?.text;
    return text !== undefined && this.#isHeader(text, key, () => holders.some((one) => holdsHeaders(one)));
  }

  /** A name that is only almost right is that of a header where it begins like one, or where it is one for sure. */
  #isHeader(name: string, key: SessionKey, isOfHeaders = () => false): boolean {
    const right = HEADER_NAMES[key];
    if (name.toLowerCase() === right) return true;
    if (this.#spelling === 'exact' || almostSessionHeader(name) !== right) return false;
    return /^x[-_]/i.test(name) || isOfHeaders();
  }
}

/** Whether the names of headers have to be those of the session, or may be almost those. */
type Spelling = 'exact' | 'almost';

/** What an object literal, or a class by itself, has under a name. */
function functionNamed(name: string, holder: NodePath): NodePath | undefined {
  if (holder.isClass())
    return holder
      .get('body')
      .get('body')
      .find((one) => one.isClassMethod() && one.node.static && keyName(one.node) === name);
  const found = holder.isObjectExpression() ? memberUnder(holder, name) : undefined;
  return found && followLocal(found);
}

/** The function that makes what `promise.then(fn)` comes to. */
function thenOf(call: CallPath): NodePath | undefined {
  return memberCalled(call)?.name === 'then' ? argumentsOf(call)[0] : undefined;
}

function isComputed({ node }: NodePath): boolean {
  return (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') && node.computed;
}

/** A variable stands for all places where it is read. */
function subjectOf(value: NodePath): t.Node {
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  return binding?.identifier ?? value.node;
}

/** What a variable is declared with, and what is assigned to it. */
function valuesOf(binding: Binding): NodePath[] {
  const declared = declaredValue(binding);
  return [...(declared ? [declared] : []), ...assignedValues(binding)];
}

function hasKeys(pattern: t.ObjectPattern, keys: readonly string[]): boolean {
  const present = new Set(
    pattern.properties.flatMap((one) => (one.type === 'ObjectProperty' ? [keyName(one)] : [])),
  );
  return keys.every((key) => present.has(key));
}
