import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { encloses, type Span } from '../source/span.js';
import { ByDepth } from './by-depth.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  type CallPath,
  calleeOf,
  declaredValue,
  destructuredFrom,
  importedFrom,
  keyName,
  literalText,
  parameterPosition,
  patternKey,
  propertyOf,
  returnedBy,
  spanOf,
  targetOf,
  unwrap,
} from './expressions.js';
import { textOf } from './id-names.js';
import type { ModuleHost } from './module-host.js';
import { projectText } from './project-text.js';
import { type ProjectValue, resolved } from './project-values.js';
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

/** A parameter of a function, or a key of it, that an id is made of. */
export interface IdParameter {
  readonly fn: NodePath<t.Function>;
  readonly index: number;
  /** Undefined where the parameter as a whole is the id. */
  readonly key: string | undefined;
  readonly role: IdRole;
}

/** What an expression names the person by. */
export interface NamedBy {
  readonly placeholder: PlaceholderId | undefined;
  readonly parameters: readonly IdParameter[];
}

/**
 * What a constant is to the id. `in-part`: others come before it that make no placeholder of an id that was none, as in
 * `distinctId || id`, which is what migrate writes.
 */
export type IdRole = 'alone' | 'in-part' | 'fallback';

/** What ids are looked for with. */
export interface IdContext {
  readonly host: ModuleHost;
  readonly originOf: (file: SourceFile) => SessionOrigin;
}

/** What `call` names the person by; a group event names none. */
export function namedByCall(
  call: CallPath,
  method: SessionMethod,
  file: SourceFile,
  context: IdContext,
): NamedBy | undefined {
  const [first] = argumentsOf(call);
  if (!first || method === 'groupIdentify') return undefined;
  const key = slotOf(method).kind === 'positions' ? undefined : 'distinctId';
  return namedBy({ value: first, file }, key, 'alone', context);
}

/**
 * What a value, or what `key` of it holds, names the person by.
 * @param role what the value is to the id.
 */
export function namedBy(
  { value, file }: ProjectValue,
  key: string | undefined,
  role: IdRole,
  context: IdContext,
): NamedBy {
  const constants = new Constants(file, context);
  const at = { value, file };
  const found = key === undefined ? constants.find(at, role, 0) : constants.findKey(at, key, role, 0);
  const { parameters } = constants;
  if (!found || (found.role !== 'fallback' && !NOBODY.test(found.value)))
    return { placeholder: undefined, parameters };
  const own = key === undefined ? value : (ownProperty(value, key) ?? value);
  const span = spanOf(own.node);
  const written = found.at;
  const isInside = written !== undefined && encloses(span, written);
  const placeholder: PlaceholderId = {
    value: found.value,
    span: isInside ? written : span,
    definition: isInside ? undefined : written,
    given: found.role === 'alone' ? 'always' : 'as-fallback',
  };
  return { placeholder, parameters };
}

/** The value of a property of an object that is written out in this file. */
function ownProperty(path: NodePath, name: string): NodePath | undefined {
  const object = followLocal(path);
  return object.isObjectExpression() ? propertyOf(object, name) : undefined;
}

interface Constant {
  readonly value: string;
  /** Where it is written, in the file of the call. */
  readonly at: Span | undefined;
  readonly role: IdRole;
}

const MOST_HOPS = 8;

/** Finds the constant strings that an expression can come to, and the parameters that it is made of. */
class Constants {
  readonly parameters: IdParameter[] = [];
  readonly #home: SourceFile;
  readonly #context: IdContext;
  readonly #found = new ByDepth<Constant | undefined>();

  constructor(home: SourceFile, context: IdContext) {
    this.#home = home;
    this.#context = context;
  }

  find({ value: path, file }: ProjectValue, role: IdRole, hops: number): Constant | undefined {
    if (hops > MOST_HOPS) return undefined;
    const value = unwrap(path);
    return this.#found.once(value.node, hops, () => this.#find({ value, file }, role, hops), role);
  }

  /** As `find`, for what `key` of an object holds. */
  findKey(
    { value: path, file }: ProjectValue,
    key: string,
    role: IdRole,
    hops: number,
  ): Constant | undefined {
    if (hops > MOST_HOPS) return undefined;
    const value = unwrap(path);
    const name = `${role} of ${key}`;
    return this.#found.once(value.node, hops, () => this.#findKey({ value, file }, key, role, hops), name);
  }

  #find({ value, file }: ProjectValue, role: IdRole, hops: number): Constant | undefined {
    const again = (part: NodePath, as: IdRole = role): Constant | undefined =>
      this.find({ value: part, file }, as, hops + 1);
    const text = literalText(value.node);
    if (text !== undefined) return text === '' ? undefined : { value: text, at: this.#at(value, file), role };
    if (value.isAwaitExpression()) return again(value.get('argument'));
    if (value.isLogicalExpression()) {
      const left = value.get('left');
      const right = value.get('right');
      if (value.node.operator === '&&') return again(right, 'fallback');
      const isForwarding =
        !unwrap(left).isLogicalExpression() && this.#context.originOf(file).isId(left, 'distinctId');
      const behind = again(right, isForwarding && role !== 'fallback' ? 'in-part' : 'fallback');
      return firstOf([behind, again(left, 'fallback')]);
    }
    if (value.isConditionalExpression())
      return firstOf([again(value.get('consequent'), 'fallback'), again(value.get('alternate'), 'fallback')]);
    if (value.isTemplateLiteral()) return this.#inTemplate(value, again);
    const written = textOf(value);
    if (written) return again(written);
    const call = asCall(value);
    if (call) return this.#returned(call, file, undefined, role, hops);
    const member = asMember(value);
    if (member?.name !== undefined) {
      const found = this.findKey({ value: member.object, file }, member.name, role, hops + 1);
      return found ?? this.#inProject(value, file, role);
    }
    if (!value.isIdentifier()) return undefined;
    const binding = value.scope.getBinding(value.node.name);
    return binding && this.#ofBinding(binding, value, file, role, hops);
  }

  #findKey({ value, file }: ProjectValue, key: string, role: IdRole, hops: number): Constant | undefined {
    const again = (object: NodePath): Constant | undefined =>
      this.findKey({ value: object, file }, key, role, hops + 1);
    if (value.isAwaitExpression()) return again(value.get('argument'));
    if (value.isObjectExpression()) {
      for (const property of value.get('properties').toReversed()) {
        if (property.isObjectProperty() && keyName(property.node) === key)
          return this.find({ value: property.get('value') as NodePath, file }, role, hops + 1);
        const spread = property.isSpreadElement() ? again(property.get('argument')) : undefined;
        if (spread) return spread;
      }
      return undefined;
    }
    const call = asCall(value);
    if (call) return this.#returned(call, file, key, role, hops);
    if (!value.isIdentifier()) return undefined;
    const binding = value.scope.getBinding(value.node.name);
    if (binding?.kind === 'param') return this.#given(binding, key, role);
    const declared = binding?.constant ? declaredValue(binding) : undefined;
    return declared && !declared.isFunction() ? again(declared) : undefined;
  }

  #ofBinding(
    binding: Binding,
    value: NodePath,
    file: SourceFile,
    role: IdRole,
    hops: number,
  ): Constant | undefined {
    if (importedFrom(binding)) return this.#inProject(value, file, role);
    if (binding.kind === 'param') this.#given(binding, undefined, role);
    const byDefault = defaultOf(binding);
    if (byDefault) return this.find({ value: byDefault, file }, 'fallback', hops + 1);
    const taken = destructuredFrom(binding);
    if (taken) return this.findKey({ value: taken.from, file }, taken.key, role, hops + 1);
    const declared = declaredValue(binding);
    const assigned = assignedValues(binding);
    const values = [...(declared && !declared.isFunction() ? [declared] : []), ...assigned];
    // `let id = 'anonymous'; if (user) id = user.id;`
    const own = assigned.length > 0 ? 'fallback' : role;
    return firstOf(values.map((one) => this.find({ value: one, file }, own, hops + 1)));
  }

  /** A constant of another file, or of an object there. */
  #inProject(value: NodePath, file: SourceFile, role: IdRole): Constant | undefined {
    const text = projectText(value, file, this.#context.host)?.text;
    return text ? { value: text, at: undefined, role } : undefined;
  }

  /** `${id}`, and what stands around the only value of a template. */
  #inTemplate(
    template: NodePath<t.TemplateLiteral>,
    again: (part: NodePath) => Constant | undefined,
  ): Constant | undefined {
    const [only, another] = template.get('expressions') as NodePath[];
    const found = only && !another ? again(only) : undefined;
    const [before, after] = template.node.quasis.map(({ value }) => value.cooked ?? '');
    return found && { ...found, value: `${before ?? ''}${found.value}${after ?? ''}` };
  }

  /** What a function of the project gives back; of several returns one may be meant for others than visitors. */
  #returned(
    call: CallPath,
    from: SourceFile,
    key: string | undefined,
    role: IdRole,
    hops: number,
  ): Constant | undefined {
    const called = resolved(calleeOf(call), from, this.#context.host);
    const fn = called && unwrap(called.value);
    if (!called || !fn?.isFunction() || fn.node.generator) return undefined;
    const returned = returnedBy(fn);
    const own = returned.length > 1 && role === 'alone' ? 'in-part' : role;
    const constants = returned.map((value) => {
      const each = { value, file: called.file };
      return key === undefined ? this.find(each, own, hops + 1) : this.findKey(each, key, own, hops + 1);
    });
    return firstOf(constants) ?? this.#handedTo(fn, call, from, hops);
  }

  /** The constants among the arguments of a call that the function gives back. */
  #handedTo(fn: NodePath<t.Function>, call: CallPath, from: SourceFile, hops: number): Constant | undefined {
    const args = argumentsOf(call);
    if (args.some((one) => one.isSpreadElement())) return undefined;
    const taken = this.parameters.filter((one) => one.fn.node === fn.node && one.key === undefined);
    return firstOf(
      taken.map(({ index, role }) => {
        const value = args[index];
        return value && this.find({ value, file: from }, role, hops + 1);
      }),
    );
  }

  /** Notes that an id comes by a parameter. */
  #given(binding: Binding, key: string | undefined, role: IdRole): undefined {
    const fn = binding.scope.path;
    const index = fn.isFunction() ? parameterPosition(binding, fn) : undefined;
    if (index === undefined || !fn.isFunction()) return;
    const param = targetOf((fn.get('params') as NodePath[])[index] ?? fn);
    if (param.isIdentifier()) this.parameters.push({ fn, index, key, role });
    if (!param.isObjectPattern()) return;
    const rest = param.node.properties.find((one) => one.type === 'RestElement');
    const own = rest?.argument === binding.identifier ? key : patternKey(param.node, binding.identifier);
    if (own !== undefined) this.parameters.push({ fn, index, key: own, role });
  }

  #at(value: NodePath, file: SourceFile): Span | undefined {
    return file === this.#home ? spanOf(value.node) : undefined;
  }
}

function firstOf(constants: readonly (Constant | undefined)[]): Constant | undefined {
  return constants.find((one) => one !== undefined);
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
