import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { isWrapper } from '../source/wrappers.js';
import { choicesOf, chosenMethods } from './client/chosen-method.js';
import type { NamedClient } from './client/named-client.js';
import { passedOnCall } from './client/pass-through.js';
import { routeTo } from './client/pattern-route.js';
import { replacedOn } from './client/replaced-method.js';
import type { Value } from './client/value.js';
import { Values } from './client/values.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  importedFrom,
  keyName,
  memberCalled,
  unwrap,
} from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { isSessionMethod } from './signal-methods.js';

/** A session method that a call makes, or hands over, and whether it was taken off its client. */
export interface ClientMethod {
  readonly name: string;
  readonly node: t.Node;
  readonly detached: boolean;
}

/**
 * Decides which expressions are Signal clients, by what they were constructed with and never by their names: through
 * imports and barrels, factories, members of objects and classes, parameters, contexts and declared types.
 */
export class SignalClients {
  readonly #values: Values;

  /** @param named exports that are clients, or give one, because a person said so. */
  constructor(host: ModuleHost, sdkModules: readonly string[], named: readonly NamedClient[] = []) {
    this.#values = new Values(host, sdkModules, named);
  }

  /** The session method that `call` makes on a Signal client; detached, where it is called or handed over without it. */
  methodOf(call: CallPath, path: string): ClientMethod | undefined {
    const around = call.getFunctionParent();
    if (around && passedOnCall(around)?.node === call.node) return undefined;
    const replaced = around && replacedOn(around, call);
    if (replaced && this.#values.of(replaced, path).some(isClient)) return undefined;
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const own = member
      ? this.#memberMethod(member, call, path)
      : (this.#calledName(callee, path) ?? this.#chosen(callee, path));
    return own ?? this.#handedOver(call, path);
  }

  /** The exports that a person named and nothing that was looked at takes. */
  untaken(): readonly NamedClient[] {
    const { named, taken } = this.#values;
    return named.filter((one) => !taken.has(one));
  }

  /** Whether the export `name` of the project file `path` is a Signal client, or a function that gives one. */
  exportKind(path: string, name: string): 'value' | 'factory' | undefined {
    const exported = this.#values.exported(path, name);
    if (exported.some(isClient)) return 'value';
    return this.#values.called(exported).some(isClient) ? 'factory' : undefined;
  }

  #memberMethod(
    { object, property, name }: NonNullable<ReturnType<typeof asMember>>,
    call: CallPath,
    path: string,
  ): ClientMethod | undefined {
    if (name === undefined) return this.#computed({ object, property }, call, path);
    const publicName = name.replace(/^#/, '');
    if (isSessionMethod(publicName)) {
      const holder = this.#values.of(object, path);
      if (holder.some(isClient)) return { name, node: property.node, detached: false };
      const members = this.#values.member(holder, name);
      if (members.some((one) => this.#passedTo(one) !== undefined))
        return { name: publicName, node: property.node, detached: false };
      const method = methodIn(members);
      return method && { name: method.name, node: property.node, detached: !method.bound };
    }
    const isIndirect = name === 'call' || name === 'apply' || (name === 'bind' && !isKept(call));
    if (!isIndirect || !mayBeMethod(unwrap(object))) return undefined;
    const method = methodIn(this.#values.of(object, path));
    return (
      method && {
        name: method.name,
        node: (asMember(unwrap(object))?.property ?? object).node,
        detached: true,
      }
    );
  }

  /** `signal[isNew ? 'identify' : 'capture']({ … })`: called on its client, whichever it is. */
  #computed(
    { object, property }: { readonly object: NodePath; readonly property: NodePath },
    call: CallPath,
    path: string,
  ): ClientMethod | undefined {
    // None of the methods that take the session can do without arguments.
    if (argumentsOf(call).length === 0 || !this.#values.of(object, path).some(isClient)) return undefined;
    const { host } = this.#values;
    const chosen = chosenMethods(property, host.load(path), host);
    return chosen && { name: chosen.name, node: property.node, detached: !chosen.alike };
  }

  /** `(isNew ? signal.identify : signal.capture)({ … })` and `(0, signal.capture)({ … })` */
  #chosen(callee: NodePath, path: string): ClientMethod | undefined {
    const choices = choicesOf(callee).filter((one) => one.node !== callee.node && mayBeMethod(one));
    const method = methodIn(choices.flatMap((one) => this.#values.of(one, path)));
    return method && { name: method.name, node: callee.node, detached: true };
  }

  #calledName(callee: NodePath, path: string): ClientMethod | undefined {
    if (!callee.isIdentifier() || !mayBeMethod(callee)) return undefined;
    const called = this.#values.of(callee, path);
    const [passed] = called.flatMap((one) => this.#passedTo(one) ?? []);
    if (passed !== undefined) return { name: passed, node: callee.node, detached: false };
    const method = methodIn(called);
    return method && { name: method.name, node: callee.node, detached: !method.bound };
  }

  /** The client's method, of the function's own name, to which a value that is a function hands all its arguments. */
  #passedTo(value: Value): string | undefined {
    if (value.kind !== 'node' || !value.path.isFunction()) return undefined;
    const call = passedOnCall(value.path);
    const member = call && memberCalled(call);
    return member && this.#values.of(member.object, value.file).some(isClient) ? member.name : undefined;
  }

  /** `queue.push(signal.capture)`: whoever receives the method calls it without its client. */
  #handedOver(call: CallPath, path: string): ClientMethod | undefined {
    for (const argument of argumentsOf(call)) {
      const member = asMember(unwrap(argument));
      if (member?.name === undefined || !isSessionMethod(member.name)) continue;
      if (!this.#values.of(member.object, path).some(isClient)) continue;
      return { name: member.name, node: member.property.node, detached: true };
    }
    return undefined;
  }
}

function isClient({ kind }: Value): boolean {
  return kind === 'client';
}

function methodIn(values: readonly Value[]): Extract<Value, { kind: 'method' }> | undefined {
  return values.find((value) => value.kind === 'method');
}

/** A cheap test, so that not every function of the project is looked into. */
function mayBeMethod(value: NodePath): boolean {
  const member = asMember(value);
  if (member) return member.name !== undefined && isSessionMethod(member.name);
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  if (!binding) return false;
  if (isSessionMethod(binding.identifier.name)) return true;
  const imported = importedFrom(binding);
  if (imported) return isSessionMethod(imported.name);
  const { path } = binding;
  if (!path.isVariableDeclarator()) return false;
  const route = routeTo(path.get('id') as NodePath, binding.identifier);
  const last = route?.keys.at(-1);
  if (last !== undefined) return isSessionMethod(last);
  return initialises(path.get('init') as NodePath);
}

/** `const track = signal.capture` and `const track = signal.capture.bind(signal)` */
function initialises(init: NodePath): boolean {
  const value = unwrap(init);
  const call = value.node ? asCall(value) : undefined;
  const member = value.node ? asMember(call ? unwrap(calleeOf(call)) : value) : undefined;
  if (!member) return false;
  return member.name === 'bind' ? mayBeMethod(unwrap(member.object)) : mayBeMethod(value);
}

/** Whether the calls of a bound method can be seen: it is held by a local variable, or under the method's own name. */
function isKept(call: CallPath): boolean {
  let value: NodePath = call;
  while (value.parentPath && isWrapper(value.parentPath.node)) value = value.parentPath;
  const holder = value.parentPath;
  if (holder?.isObjectProperty()) return isSessionMethod(keyName(holder.node) ?? '');
  if (!holder?.isVariableDeclarator() || holder.node.id.type !== 'Identifier') return false;
  const binding: Binding | undefined = holder.scope.getBinding(holder.node.id.name);
  const isExported =
    holder.parentPath.parentPath?.isExportNamedDeclaration() === true ||
    binding?.referencePaths.some(({ parentPath }) => parentPath?.isExportSpecifier()) === true;
  return !isExported || isSessionMethod(holder.node.id.name);
}
