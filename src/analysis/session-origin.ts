import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
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
  patternKey,
  unwrap,
} from './expressions.js';
import { mentionsHeaderOf } from './header-mentions.js';
import type { AnalysisContext } from './model.js';
import { carriesSession } from './passed-session.js';
import { programOf } from './program.js';
import { existingSlot } from './session-slot.js';
import { HEADER_NAMES, type SessionKey } from './signal-methods.js';

/**
 * Decides whether an expression holds an id that came from the `x-signal-*` headers, in whatever style it was
 * written: the four documented forms, a local helper, a header name in a constant, an object passed along.
 * A parameter of a function that is not itself a request scope counts where it says so: a person wrote it.
 */
export class SessionOrigin {
  readonly #context: AnalysisContext;
  readonly #path: string;
  readonly #isScope: (fn: t.Node) => boolean;

  constructor(context: AnalysisContext, path: string, isScope: (fn: t.Node) => boolean) {
    this.#context = context;
    this.#path = path;
    this.#isScope = isScope;
  }

  /** Whether `expression` is the id `key`. */
  isId(expression: NodePath, key: SessionKey, seen: ReadonlySet<t.Node> = new Set()): boolean {
    const value = unwrap(expression);
    if (seen.has(value.node)) return false;
    const visited = new Set(seen).add(value.node);
    const again = (path: NodePath): boolean => this.isId(path, key, visited);
    if (value.isAwaitExpression()) return again(value.get('argument'));
    if (value.isLogicalExpression()) return again(value.get('left')) || again(value.get('right'));
    if (value.isConditionalExpression())
      return again(value.get('consequent')) || again(value.get('alternate'));
    if (value.isTemplateLiteral()) return value.get('expressions').some((part) => again(part as NodePath));
    if (value.isIdentifier()) return this.#identifierIsId(value, key, visited);
    const member = asMember(value);
    if (member) {
      if (this.#isHeaderName(member.property, key, value)) return true;
      if (member.name === key) return this.isSession(member.object, key, visited);
      return member.name === undefined && again(member.object);
    }
    const call = asCall(value);
    return call !== undefined && this.#callIsId(call, key, visited);
  }

  /** Whether `expression` is an object whose property `key` is the id from the header. */
  isSession(expression: NodePath, key: SessionKey, seen: ReadonlySet<t.Node> = new Set()): boolean {
    const value = unwrap(expression);
    if (seen.has(value.node)) return false;
    const visited = new Set(seen).add(value.node);
    const again = (path: NodePath): boolean => this.isSession(path, key, visited);
    if (value.isAwaitExpression()) return again(value.get('argument'));
    if (value.isLogicalExpression()) return again(value.get('left')) || again(value.get('right'));
    if (value.isConditionalExpression())
      return again(value.get('consequent')) || again(value.get('alternate'));
    if (value.isObjectExpression()) return this.#objectHas(value, key, visited);
    if (value.isIdentifier()) {
      const binding = value.scope.getBinding(value.node.name);
      if (!binding) return false;
      if (binding.kind === 'param') return this.#isPassedIn(binding, key, visited);
      const declared = declaredValue(binding);
      return [...(declared ? [declared] : []), ...assignedValues(binding)].some(again);
    }
    if (this.#isOptionOfParameter(value)) return true;
    const call = asCall(value);
    return call !== undefined && this.#readsHeader(calleeOf(call), key, visited);
  }

  /** `options.session`, where `options` is a parameter of a function that is no request scope. */
  #isOptionOfParameter(value: NodePath): boolean {
    const member = asMember(value);
    if (!member?.object.isIdentifier() || !/^(?:signal)?session$/i.test(member.name ?? '')) return false;
    const binding = value.scope.getBinding(member.object.node.name);
    if (binding?.kind !== 'param' || this.#isScope(binding.scope.block)) return false;
    const { host } = this.#context;
    const fn = binding.scope.path;
    const file = host.load(this.#path);
    const slot = file && fn.isFunction() ? existingSlot(fn, file, host) : undefined;
    return slot?.name === `${member.object.node.name}.${member.name}`;
  }

  #objectHas(object: NodePath<t.ObjectExpression>, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    return object.get('properties').some((property) => {
      if (property.isSpreadElement()) return this.isSession(property.get('argument'), key, seen);
      return (
        property.isObjectProperty() &&
        keyName(property.node) === key &&
        this.isId(property.get('value') as NodePath, key, seen)
      );
    });
  }

  #identifierIsId(identifier: NodePath<t.Identifier>, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return false;
    if (binding.kind === 'param') return this.#paramIsId(binding, key);
    const declarator = binding.path;
    if (declarator.isVariableDeclarator()) {
      const pattern = declarator.get('id');
      const init = declarator.get('init') as NodePath;
      if (pattern.isObjectPattern() && init.node) {
        const taken = patternKey(pattern.node, binding.identifier);
        if (taken?.toLowerCase() === HEADER_NAMES[key]) return true;
        return taken === key && this.isSession(init, key, seen);
      }
    }
    const declared = declaredValue(binding);
    return [...(declared ? [declared] : []), ...assignedValues(binding)].some((value) =>
      this.isId(value, key, seen),
    );
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
    return pattern !== undefined && hasKeys(pattern, ['sessionId', 'windowId']);
  }

  /** A parameter that carries the session by its type, its name or its use, or into which a caller puts it. */
  #isPassedIn(binding: Binding, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    const fn = binding.scope.path;
    if (!fn.isFunction() || this.#isScope(fn.node)) return false;
    if (carriesSession(binding, fn)) return true;
    const { start } = binding.identifier;
    const position = fn.node.params.findIndex(
      (param) => (param.start ?? 0) <= (start ?? 0) && (start ?? 0) < (param.end ?? 0),
    );
    return callsOf(fn).some((call) => {
      const argument = argumentsOf(call)[position];
      return argument !== undefined && this.isSession(argument, key, seen);
    });
  }

  #callIsId(call: CallPath, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    const callee = unwrap(calleeOf(call));
    if (
      argumentsOf(call).some(
        (argument) => this.#isHeaderName(argument, key, call) || this.isId(argument, key, seen),
      )
    ) {
      return true;
    }
    const member = asMember(callee);
    // `value.trim()`, `value.split(',')[0]`: still the same id.
    if (member && this.isId(member.object, key, seen)) return true;
    return callee.isIdentifier() && this.#readsHeader(callee, key, seen) && argumentsOf(call).length <= 1;
  }

  /** Whether `callee` is a function that reads the header of `key`. */
  #readsHeader(callee: NodePath, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    const target = unwrap(callee);
    const member = asMember(target);
    if (member?.object.isIdentifier() && member.name !== undefined) {
      const namespace = target.scope.getBinding(member.object.node.name);
      const imported = namespace && importedFrom(namespace);
      return imported?.name === '*' && this.#importReadsHeader(imported.source, member.name, key, seen);
    }
    if (target.isFunction()) return this.#mentionsHeader(target, key, seen);
    if (!target.isIdentifier()) return false;
    const binding = target.scope.getBinding(target.node.name);
    if (!binding) return false;
    const imported = importedFrom(binding);
    if (imported) return this.#importReadsHeader(imported.source, imported.name, key, seen);
    const declared = declaredValue(binding);
    return declared !== undefined && this.#mentionsHeader(unwrap(declared), key, seen);
  }

  #importReadsHeader(source: string, name: string, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    const { host, reader, sdkModules } = this.#context;
    if (sdkModules.includes(source)) return name === 'getSessionInfo';
    const path = host.resolve(source, this.#path);
    if (path === undefined) return false;
    const isReader = reader?.module.kind === 'file' && reader.module.path === path;
    if (isReader && (name === reader.exportName || name === reader.narrow?.exportName)) return true;
    const file = host.load(path);
    if (!file) return false;
    const exported = moduleExports(programOf(file));
    const own = exported.filter((one) => one.kind !== 'all' && one.name === name);
    if (name === 'getSessionInfo') {
      if (own.length === 0) return exported.some(({ kind }) => kind === 'all');
      if (own.some(({ kind }) => kind === 'from')) return true;
    }
    // Most modules never name the header, and need no closer look.
    if (!mentionsHeaderOf(key, file)) return false;
    // Only what the export itself does counts: a Signal module exports its client beside its reader.
    const origin = new SessionOrigin(this.#context, path, () => false);
    return own.some((one) => {
      if (one.kind !== 'value') return true;
      const value = followLocal(one.value);
      return origin.#readsHeader(value, key, seen) || origin.#mentionsHeader(value, key, seen);
    });
  }

  /** Whether a function's text names the header, itself or through a constant or another local function. */
  #mentionsHeader(fn: NodePath, key: SessionKey, seen: ReadonlySet<t.Node>): boolean {
    if (seen.has(fn.node)) return false;
    const visited = new Set(seen).add(fn.node);
    let found = false;
    readBelow(fn, {
      StringLiteral: (literal) => {
        if (literal.node.value.toLowerCase() === HEADER_NAMES[key]) found = true;
      },
      Identifier: (identifier) => {
        if (found || !identifier.isReferencedIdentifier()) return;
        const binding = identifier.scope.getBinding(identifier.node.name);
        const value = binding && !binding.path.isImportSpecifier() ? declaredValue(binding) : undefined;
        if (value && (value.isStringLiteral() || value.isFunction() || value.isObjectExpression())) {
          found ||= value.isStringLiteral()
            ? value.node.value.toLowerCase() === HEADER_NAMES[key]
            : this.#mentionsHeader(value, key, visited);
          return;
        }
        const imported = binding && importedFrom(binding);
        if (imported) found ||= this.#importReadsHeader(imported.source, imported.name, key, visited);
      },
    });
    return found;
  }

  /** What an imported name is declared with in its own module. */
  #importedValue(binding: Binding): NodePath | undefined {
    const imported = importedFrom(binding);
    const path = imported && this.#context.host.resolve(imported.source, this.#path);
    const file = path === undefined ? undefined : this.#context.host.load(path);
    if (!imported || !file) return undefined;
    for (const one of moduleExports(programOf(file))) {
      if (one.kind === 'value' && one.name === imported.name) return followLocal(one.value);
    }
    return undefined;
  }

  #isHeaderName(path: NodePath, key: SessionKey, at: NodePath): boolean {
    const value = unwrap(path);
    if (value.isStringLiteral()) return value.node.value.toLowerCase() === HEADER_NAMES[key];
    if (!value.isIdentifier()) {
      const member = asMember(value);
      const object = member?.object.isIdentifier() ? at.scope.getBinding(member.object.node.name) : undefined;
      const table = object && declaredValue(object);
      const literal = table && unwrap(table);
      if (!member || !literal?.isObjectExpression()) return false;
      return literal
        .get('properties')
        .some(
          (property) =>
            property.isObjectProperty() &&
            keyName(property.node) === member.name &&
            property.node.value.type === 'StringLiteral' &&
            property.node.value.value.toLowerCase() === HEADER_NAMES[key],
        );
    }
    const binding = at.scope.getBinding(value.node.name);
    const declared = binding && (this.#importedValue(binding) ?? declaredValue(binding));
    const literal = declared && unwrap(declared);
    return literal?.isStringLiteral() === true && literal.node.value.toLowerCase() === HEADER_NAMES[key];
  }
}

function hasKeys(pattern: t.ObjectPattern, keys: readonly string[]): boolean {
  const present = new Set(
    pattern.properties.flatMap((one) => (one.type === 'ObjectProperty' ? [keyName(one)] : [])),
  );
  return keys.every((key) => present.has(key));
}
