import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  argumentsOf,
  asMember,
  type CallPath,
  destructuredFrom,
  initOf,
  keyName,
  parameterPosition,
  paramsOf,
  patternKey,
  referencesIn,
  unwrap,
} from './expressions.js';
import type { CallRewrite } from './model.js';
import type { Owner } from './owners.js';
import { ownDistinctId } from './session-arguments.js';
import { isWithin } from './within-steps.js';

/** A parameter, or one key of it, that a function takes a `distinctId` from. */
interface IdentityParameter {
  readonly index: number;
  /** Undefined where the parameter as a whole is the id, or nothing tells which part of it is. */
  readonly key: string | undefined;
}

/** A call of a helper. */
interface HelperCall {
  readonly owner: Owner;
  readonly helper: { readonly fn: NodePath<t.Function> };
  readonly call: CallPath;
}

/** How many variables a parameter may be away from what is made of it. */
const MOST_STEPS = 10;

/** A part of a value, and the key that counts as taken of each parameter in it that none is taken of. */
interface Part {
  readonly value: NodePath;
  readonly key: string | undefined;
}

/** Where the functions of a project take their distinct ids from. */
export class IdentityParameters {
  readonly #parameters = new Map<t.Node, IdentityParameter[]>();
  /** What has been looked into for each function; one argument is come upon in every round. */
  readonly #values = new Map<t.Node, Set<t.Node>>();

  /** Follows the distinct ids of the Signal calls in helpers back to their parameters, through helpers that call helpers. */
  constructor(
    helpers: readonly { readonly fn: NodePath<t.Function>; readonly ids: readonly NodePath[] }[],
    handsOn: readonly HelperCall[],
  ) {
    for (const { fn, ids } of helpers) {
      for (const id of ids) this.#add(fn, id);
    }
    for (let grown = true; grown; ) {
      grown = false;
      for (const { owner, helper, call } of handsOn) {
        if (owner.kind !== 'helper') continue;
        for (const id of this.idsGivenTo(helper.fn.node, call)) if (this.#add(owner.fn, id)) grown = true;
      }
    }
  }

  /** What `call` of the function gives it for distinct ids. */
  idsGivenTo(fn: t.Node, call: CallPath): NodePath[] {
    return (this.#parameters.get(fn) ?? []).flatMap(({ index, key }) => {
      const argument = argumentsOf(call)[index];
      return argument ? partOf(argument, key) : [];
    });
  }

  #add(fn: NodePath<t.Function>, value: NodePath): boolean {
    const values = this.#values.get(fn.node) ?? new Set();
    this.#values.set(fn.node, values);
    if (values.has(value.node)) return false;
    values.add(value.node);
    const known = this.#parameters.get(fn.node) ?? [];
    const news = parametersIn(value, fn).filter(
      (one) => !known.some(({ index, key }) => index === one.index && key === one.key),
    );
    this.#parameters.set(fn.node, [...known, ...news]);
    return news.length > 0;
  }
}

/** The value of `key` in an object that is written out; what is spread into it, or the whole, where that may hold it. */
function partOf(argument: NodePath, key: string | undefined): NodePath[] {
  const value = unwrap(argument);
  if (key === undefined || !value.isObjectExpression()) return [argument];
  const properties = value.get('properties');
  const own = properties.find((one) => one.isObjectProperty() && keyName(one.node) === key);
  if (own) return [own.get('value') as NodePath];
  return properties.flatMap((one) => (one.isSpreadElement() ? [one.get('argument')] : []));
}

/** The application's own ids of a call, beside which the header's is to stand. */
export function distinctIdsOf({ targets }: Pick<CallRewrite, 'targets'>): NodePath[] {
  return targets.flatMap((target) => {
    if (target.kind === 'positions' || !target.missing.includes('distinctId')) return [];
    const id = ownDistinctId(target.kind === 'literal' ? target.object : target.argument);
    return id ? [id] : [];
  });
}

/** The parameters of `fn` that `value` is made of. */
function parametersIn(value: NodePath, fn: NodePath<t.Function>): IdentityParameter[] {
  const found: IdentityParameter[] = [];
  isWithin<Part>({ value, key: undefined }, MOST_STEPS, identityOf, (part) => {
    const further: Part[] = [];
    for (const identifier of referencesIn(part.value)) {
      const binding = identifier.scope.getBinding(identifier.node.name);
      const index = binding && parameterPosition(binding, fn);
      if (!binding) continue;
      if (index === undefined) further.push(...madeOf(binding, part.key));
      else found.push({ index, key: keyTaken(identifier, binding, paramsOf(fn)[index]?.node) ?? part.key });
    }
    return further;
  });
  return found;
}

function identityOf({ value: { node }, key }: Part): string {
  return JSON.stringify([node.start, node.end, key]);
}

/** What a variable is made of, where `key` is taken of that if the variable takes none itself. */
function madeOf(binding: Binding, key: string | undefined): Part[] {
  const value = initOf(binding);
  if (!value) return [];
  const destructured = destructuredFrom(binding);
  return [{ value, key: destructured && unwrap(value).isIdentifier() ? destructured.key : key }];
}

/** Which key of a parameter is used: `options.userId`, or what its pattern binds. */
function keyTaken(
  identifier: NodePath<t.Identifier>,
  binding: Binding,
  param: t.Node | undefined,
): string | undefined {
  const target = param?.type === 'AssignmentPattern' ? param.left : param;
  if (target?.type === 'ObjectPattern') return patternKey(target, binding.identifier);
  if (target?.type !== 'Identifier' || identifier.key !== 'object') return undefined;
  return identifier.parentPath ? asMember(identifier.parentPath)?.name : undefined;
}
