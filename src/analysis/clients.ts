import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { declaredType, typeReferences } from './declared-types.js';
import { type ModuleExport, moduleExports } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  calleeOf,
  declaredValue,
  destructuredFrom,
  importedFrom,
  importedValue,
  keyName,
  requiredSource,
  unwrap,
} from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';

/** What a value has to do with Signal: a client, something whose call gives one, or a namespace that holds them. */
type ClientValue =
  | { readonly kind: 'client' }
  | { readonly kind: 'factory' }
  | { readonly kind: 'constructor' }
  | { readonly kind: 'namespace'; readonly source: string; readonly from: string };

const CONSTRUCTORS = new Set(['createSignalServer', 'createSignalNode']);
/** Exported types of the SDK's clients. */
const CLIENT_TYPES = new Set(['SignalServer', 'SignalNode', 'SignalServerClient', 'SignalNodeClient']);

/**
 * Decides which expressions are Signal clients, by what they were constructed with and never by their names:
 * through imports, barrels, factories, nullable variables and CommonJS.
 */
export class SignalClients {
  readonly #host: ModuleHost;
  readonly #sdkModules: ReadonlySet<string>;
  readonly #exports = new Map<string, ClientValue | undefined>();
  readonly #bindings = new Map<Binding, ClientValue | undefined>();

  constructor(host: ModuleHost, sdkModules: readonly string[]) {
    this.#host = host;
    this.#sdkModules = new Set(sdkModules);
  }

  /** Whether `expression`, in the file `path`, is a Signal client (possibly null). */
  isClient(expression: NodePath, path: string): boolean {
    return this.#valueOf(expression, path)?.kind === 'client';
  }

  /** The session method that `call` makes on a Signal client, and whether it was detached from it. */
  methodOf(
    call: NodePath<t.CallExpression | t.OptionalCallExpression>,
    path: string,
  ): { name: string; node: t.Node; detached: boolean } | undefined {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    if (member) {
      if (member.name === undefined || !this.isClient(member.object, path)) return undefined;
      return { name: member.name, node: member.property.node, detached: false };
    }
    if (!callee.isIdentifier()) return undefined;
    const binding = callee.scope.getBinding(callee.node.name);
    const taken = binding && destructuredFrom(binding);
    if (!taken || !this.isClient(taken.from, path)) return undefined;
    return { name: taken.key, node: callee.node, detached: true };
  }

  /** Whether the export `name` of the project file `path` is a Signal client. */
  exportsClient(path: string, name: string): boolean {
    return this.#exportOf(path, name)?.kind === 'client';
  }

  #valueOf(expression: NodePath, path: string): ClientValue | undefined {
    const value = unwrap(expression);
    if (value.isIdentifier()) return this.#identifier(value, path);
    if (value.isAwaitExpression()) return this.#valueOf(value.get('argument'), path);
    if (value.isLogicalExpression()) {
      return this.#firstOf([value.get('right'), value.get('left')], path);
    }
    if (value.isConditionalExpression()) {
      return this.#firstOf([value.get('consequent'), value.get('alternate')], path);
    }
    if (value.isAssignmentExpression()) return this.#valueOf(value.get('right'), path);
    const required = requiredSource(value);
    if (required !== undefined) return { kind: 'namespace', source: required, from: path };
    const call = asCall(value);
    if (call) return this.#callResult(call, path);
    if (value.isFunction()) return this.#functionResult(value, path);
    const member = asMember(value);
    if (member?.name !== undefined) return this.#memberOf(member.object, member.name, path);
    return undefined;
  }

  #firstOf(candidates: NodePath[], path: string): ClientValue | undefined {
    for (const candidate of candidates) {
      const value = this.#valueOf(candidate, path);
      if (value) return value;
    }
    return undefined;
  }

  #callResult(
    call: NodePath<t.CallExpression | t.OptionalCallExpression>,
    path: string,
  ): ClientValue | undefined {
    const callee = unwrap(calleeOf(call));
    const value = this.#valueOf(callee, path);
    switch (value?.kind) {
      case 'constructor':
      case 'factory':
        return { kind: 'client' };
      case 'client':
      case 'namespace':
        return undefined;
      case undefined:
        // React's cache() and similar one-argument wrappers give back a function of the same result.
        return this.#wrappedFactory(callee, argumentsOf(call), path);
    }
  }

  #wrappedFactory(callee: NodePath, args: NodePath[], path: string): ClientValue | undefined {
    if (!callee.isIdentifier() && !asMember(callee)) return undefined;
    const [only] = args;
    if (args.length !== 1 || !only || !unwrap(only).isFunction()) return undefined;
    return this.#valueOf(only, path);
  }

  #functionResult(fn: NodePath<t.Function>, path: string): ClientValue | undefined {
    const body = fn.get('body') as NodePath;
    if (!body.isBlockStatement()) {
      return this.#valueOf(body, path)?.kind === 'client' ? { kind: 'factory' } : undefined;
    }
    let found = false;
    body.traverse({
      Function: (inner) => inner.skip(),
      ReturnStatement: (statement) => {
        const argument = statement.get('argument') as NodePath;
        if (argument.node && this.#valueOf(argument, path)?.kind === 'client') {
          found = true;
          statement.stop();
        }
      },
    });
    return found ? { kind: 'factory' } : undefined;
  }

  #identifier(identifier: NodePath<t.Identifier>, path: string): ClientValue | undefined {
    const binding = identifier.scope.getBinding(identifier.node.name);
    if (!binding) return undefined;
    if (this.#bindings.has(binding)) return this.#bindings.get(binding);
    this.#bindings.set(binding, undefined);
    const value = this.#bindingValue(binding, path);
    this.#bindings.set(binding, value);
    return value;
  }

  #bindingValue(binding: Binding, path: string): ClientValue | undefined {
    const imported = importedFrom(binding);
    if (imported) return this.#imported(imported.source, imported.name, path);
    if (this.#isTypedAsClient(binding)) return { kind: 'client' };
    const taken = destructuredFrom(binding);
    if (taken) return this.#memberOf(taken.from, taken.key, path);
    const declared = declaredValue(binding);
    const candidates = declared ? [declared, ...assignedValues(binding)] : assignedValues(binding);
    return this.#firstOf(candidates, path);
  }

  /** A name whose declared type is one of the SDK's client types: `(client: SignalServer | null) => …`. */
  #isTypedAsClient(binding: Binding): boolean {
    const type = declaredType(binding);
    return (
      type !== undefined &&
      typeReferences(type).some(
        ({ name, source }) =>
          (CLIENT_TYPES.has(name) || CONSTRUCTORS.has(name)) && this.#sdkModules.has(source),
      )
    );
  }

  #memberOf(object: NodePath, name: string, path: string): ClientValue | undefined {
    const holder = this.#valueOf(object, path);
    if (holder?.kind === 'namespace') return this.#imported(holder.source, name, holder.from);
    return this.#globalSlot(object, name, path);
  }

  /** `globalThis.signal ??= createSignalServer()`: the usual way to survive hot reload. */
  #globalSlot(object: NodePath, name: string, path: string): ClientValue | undefined {
    const target = unwrap(object);
    if (!target.isIdentifier()) return undefined;
    const slots = slotsOf(target.scope.getProgramParent().path as NodePath<t.Program>);
    const made = slots.get(`${target.node.name}.${name}`) ?? [];
    // Only direct constructions, by a name or a member of the package: a chain of slots could refer to itself.
    return made.some((callee) => this.#isConstructor(callee, path)) ? { kind: 'client' } : undefined;
  }

  #isConstructor(callee: NodePath, path: string): boolean {
    const imported = importedValue(callee);
    return (
      imported !== undefined && this.#imported(imported.source, imported.name, path)?.kind === 'constructor'
    );
  }

  #imported(source: string, name: string, from: string): ClientValue | undefined {
    if (this.#sdkModules.has(source)) {
      if (name === '*') return { kind: 'namespace', source, from };
      return CONSTRUCTORS.has(name) ? { kind: 'constructor' } : undefined;
    }
    const path = this.#host.resolve(source, from);
    if (path === undefined) return undefined;
    return name === '*' ? { kind: 'namespace', source, from } : this.#exportOf(path, name);
  }

  #exportOf(path: string, name: string): ClientValue | undefined {
    const key = `${path}\0${name}`;
    if (this.#exports.has(key)) return this.#exports.get(key);
    this.#exports.set(key, undefined);
    const file = this.#host.load(path);
    const value = file && this.#findExport(moduleExports(programOf(file)), path, name);
    this.#exports.set(key, value);
    return value;
  }

  #findExport(exported: readonly ModuleExport[], path: string, name: string): ClientValue | undefined {
    for (const one of exported) {
      if (one.kind === 'value' && one.name === name) return this.#valueOf(one.value, path);
      if (one.kind === 'from' && one.name === name) return this.#imported(one.source, one.imported, path);
    }
    const defaultObject = exported.find((one) => one.kind === 'value' && one.name === 'default');
    if (defaultObject?.kind === 'value') {
      const member = this.#objectMember(unwrap(defaultObject.value), path, name);
      if (member) return member;
    }
    for (const one of exported) {
      const value = one.kind === 'all' ? this.#imported(one.source, name, path) : undefined;
      if (value) return value;
    }
    return undefined;
  }

  #objectMember(object: NodePath, path: string, name: string): ClientValue | undefined {
    if (!object.isObjectExpression()) return undefined;
    for (const property of object.get('properties')) {
      if (property.isObjectProperty() && keyName(property.node) === name) {
        return this.#valueOf(property.get('value') as NodePath, path);
      }
    }
    return undefined;
  }
}

const slotsByProgram = new WeakMap<t.Node, ReadonlyMap<string, readonly NodePath[]>>();

/** What is called for the value of each `object.property = make()` of a file. */
function slotsOf(program: NodePath<t.Program>): ReadonlyMap<string, readonly NodePath[]> {
  const known = slotsByProgram.get(program.node);
  if (known) return known;
  const slots = new Map<string, NodePath[]>();
  program.traverse({
    AssignmentExpression: (assignment) => {
      const left = asMember(unwrap(assignment.get('left') as NodePath));
      const holder = left && unwrap(left.object);
      const call = asCall(unwrap(assignment.get('right')));
      if (left?.name === undefined || !holder?.isIdentifier() || !call) return;
      const key = `${holder.node.name}.${left.name}`;
      slots.set(key, [...(slots.get(key) ?? []), calleeOf(call)]);
    },
  });
  slotsByProgram.set(program.node, slots);
  return slots;
}
