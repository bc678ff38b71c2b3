import type { Binding, NodePath } from '@babel/traverse';
import { readBelow } from '../source/crawl.js';
import type { Span } from '../source/span.js';
import { ByDepth } from './by-depth.js';
import { followLocal, moduleExports } from './exports.js';
import {
  argumentsOf,
  asMember,
  assignedValues,
  type CallPath,
  declaredValue,
  importedFrom,
  keyName,
  literalText,
  spanOf,
  unwrap,
} from './expressions.js';
import type { ModuleHost } from './module-host.js';
import { programOf } from './program.js';
import type { SessionOrigin } from './session-origin.js';
import { type SessionMethod, slotOf } from './signal-methods.js';

/** A constant that stands for the person in a Signal call, so that all who get it become one person. */
export interface PlaceholderId {
  readonly value: string;
  /** Where the call takes its id from. */
  readonly span: Span;
  /** Where the constant is written, when that is another place of the file. */
  readonly definition: Span | undefined;
  /** Some visitors have an id of their own, or none has. */
  readonly given: 'as-fallback' | 'always';
}

/**
 * Words that name nobody. A constant that some other value falls back to is a placeholder whatever it says; one that
 * is always given may be a service's own account.
 */
const NOBODY =
  /^(?:anon(?:ymous)?|unknown|guest|visitor|system|server|server-side|backend|user|default|none|null|undefined|nobody|public|no-?user|n\/a)(?:[-_ ]?(?:user|id|visitor|server))?(?::.*)?$/i;

/** The placeholder that `call` may send as its distinct id; undefined where every id is somebody's own. */
export function placeholderIdOf(
  call: CallPath,
  method: SessionMethod,
  path: string,
  host: ModuleHost,
  origin: SessionOrigin,
): PlaceholderId | undefined {
  const id = distinctIdOf(call, method);
  if (!id) return undefined;
  const constant = new Constants(path, host, origin).find(id, 'alone', 0);
  if (!constant || (constant.role !== 'fallback' && !NOBODY.test(constant.value))) return undefined;
  const own = spanOf(id.node);
  const { at } = constant;
  const isInside = at !== undefined && at.start >= own.start && at.end <= own.end;
  return {
    value: constant.value,
    span: isInside ? at : own,
    definition: isInside ? undefined : at,
    given: constant.role === 'alone' ? 'always' : 'as-fallback',
  };
}

/** The value that a call names the person by; a group event names none. */
function distinctIdOf(call: CallPath, method: SessionMethod): NodePath | undefined {
  const [first] = argumentsOf(call);
  if (!first || method === 'groupIdentify') return undefined;
  if (slotOf(method).kind === 'positions') return first;
  return propertyOf(first, 'distinctId');
}

/** The value of a property of an object that is written out in this file. */
function propertyOf(path: NodePath, name: string): NodePath | undefined {
  const object = followLocal(path);
  if (!object.isObjectExpression()) return undefined;
  for (const property of object.get('properties')) {
    if (property.isObjectProperty() && keyName(property.node) === name)
      return property.get('value') as NodePath;
  }
  return undefined;
}

/**
 * What a constant is to the id. `behind-header`: `distinctId || id`, which is what migrate writes and makes no
 * placeholder of an id that was none.
 */
type Role = 'alone' | 'behind-header' | 'fallback';

interface Constant {
  readonly value: string;
  /** Where it is written in the file of the call. */
  readonly at: Span | undefined;
  readonly role: Role;
}

/** Finds the constant strings that an expression can come to. */
class Constants {
  readonly #path: string;
  readonly #host: ModuleHost;
  readonly #origin: SessionOrigin;
  readonly #found = new ByDepth<Constant | undefined>();

  constructor(path: string, host: ModuleHost, origin: SessionOrigin) {
    this.#path = path;
    this.#host = host;
    this.#origin = origin;
  }

  find(path: NodePath, role: Role, hops: number): Constant | undefined {
    if (hops > 8) return undefined;
    const value = unwrap(path);
    return this.#found.once(value.node, hops, () => this.#find(value, role, hops), role);
  }

  #find(value: NodePath, role: Role, hops: number): Constant | undefined {
    const first = (parts: readonly NodePath[], as: Role = 'fallback'): Constant | undefined =>
      parts.map((part) => this.find(part, as, hops + 1)).find((one) => one !== undefined);
    const text = literalText(value.node);
    if (text !== undefined) return text === '' ? undefined : { value: text, at: spanOf(value.node), role };
    if (value.isAwaitExpression()) return this.find(value.get('argument'), role, hops + 1);
    if (value.isLogicalExpression()) {
      const left = value.get('left');
      if (value.node.operator === '&&') return first([value.get('right')]);
      const isForwarding = !unwrap(left).isLogicalExpression() && this.#origin.isId(left, 'distinctId');
      const behind = isForwarding && role !== 'fallback' ? 'behind-header' : 'fallback';
      return first([value.get('right')], behind) ?? first([left]);
    }
    if (value.isConditionalExpression()) return first([value.get('consequent'), value.get('alternate')]);
    const member = asMember(value);
    const property = member?.name !== undefined ? propertyOf(member.object, member.name) : undefined;
    if (property) return this.find(property, role, hops + 1);
    if (!value.isIdentifier()) return undefined;
    const binding = value.scope.getBinding(value.node.name);
    return binding && this.#ofBinding(binding, role, hops);
  }

  #ofBinding(binding: Binding, role: Role, hops: number): Constant | undefined {
    const imported = importedFrom(binding);
    if (imported) return this.#imported(imported.source, imported.name, role);
    const byDefault = defaultOf(binding);
    if (byDefault) return this.find(byDefault, 'fallback', hops + 1);
    const declared = declaredValue(binding);
    const assigned = assignedValues(binding);
    const values = [...(declared && !declared.isFunction() ? [declared] : []), ...assigned];
    // `let id = 'anonymous'; if (user) id = user.id;`
    const own = assigned.length > 0 ? 'fallback' : role;
    return values.map((one) => this.find(one, own, hops + 1)).find((one) => one !== undefined);
  }

  #imported(source: string, name: string, role: Role): Constant | undefined {
    const path = this.#host.resolve(source, this.#path);
    const file = path === undefined ? undefined : this.#host.load(path);
    if (!file) return undefined;
    for (const one of moduleExports(programOf(file))) {
      if (one.kind !== 'value' || one.name !== name) continue;
      const text = literalText(followLocal(one.value).node);
      if (text) return { value: text, at: undefined, role };
    }
    return undefined;
  }
}

/** What a parameter or a destructured name is when nothing is given: `id = 'anonymous'`. */
function defaultOf({ path, identifier }: Binding): NodePath | undefined {
  let found: NodePath | undefined;
  const check = (pattern: NodePath): void => {
    if (pattern.isAssignmentPattern() && pattern.node.left === identifier) found = pattern.get('right');
  };
  check(path);
  readBelow(path, { AssignmentPattern: (pattern) => check(pattern) });
  return found;
}
