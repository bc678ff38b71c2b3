import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import {
  argumentsOf,
  asCall,
  asMember,
  calleeOf,
  destructuredFrom,
  importedValue,
  returnedBy,
  unwrap,
} from '../expressions.js';
import { firstAndLast } from '../first-and-last.js';
import type { Located, ModuleValues } from './module-values.js';

/** One `initTRPC`, by the type that its context is declared with. */
export interface TrpcRoot {
  /** Undefined for `initTRPC.create()`, whose procedures have an empty context. */
  readonly contextType: t.TSType | undefined;
  readonly file: SourceFile;
}

/** What resolvers are handed to, and the middlewares that run before them. */
export interface ProcedureChain {
  /** `named-router`: v9's `trpc.router<Context>()`, whose methods take a name and an object with `resolve`. */
  readonly kind: 'procedure' | 'named-router';
  readonly root: TrpcRoot;
  readonly middlewares: readonly Located<NodePath<t.Function>>[];
}

/** What an expression is to tRPC. */
export type TrpcValue =
  | { readonly kind: 'init' }
  /** `initTRPC.context<Context>()`, or v9's `trpc.router<Context>` before it is called. */
  | { readonly kind: 'builder'; readonly root: TrpcRoot }
  /** What `create()` gives: `t`. */
  | { readonly kind: 'tools'; readonly root: TrpcRoot }
  | ProcedureChain
  | { readonly kind: 'middleware-maker'; readonly root: TrpcRoot }
  | { readonly kind: 'middleware'; readonly functions: readonly Located<NodePath<t.Function>>[] };

const SERVER = '@trpc/server';
/** Longer chains than this are not followed, so that no file can exhaust the stack. */
const MAX_DEPTH = 200;

/** Decides which expressions are tRPC procedures, by what made them and never by their names. */
export class TrpcValues {
  readonly #modules: ModuleValues;
  /** Each link of a chain asks for the rest of it more than once. */
  readonly #known = new WeakMap<t.Node, TrpcValue | undefined>();

  constructor(modules: ModuleValues) {
    this.#modules = modules;
  }

  valueOf(expression: NodePath, file: SourceFile, depth = 0): TrpcValue | undefined {
    const { node } = expression;
    if (this.#known.has(node)) return this.#known.get(node);
    if (depth > MAX_DEPTH) return undefined;
    // A value that is made of itself has no first maker.
    this.#known.set(node, undefined);
    const value = this.#valueOf(expression, file, depth);
    this.#known.set(node, value);
    return value;
  }

  #valueOf(expression: NodePath, file: SourceFile, depth: number): TrpcValue | undefined {
    const { value, file: at } = this.#modules.follow(expression, file);
    const imported = importedValue(value);
    if (imported?.source === SERVER && imported.name === 'initTRPC') return { kind: 'init' };
    if (value.isIdentifier()) {
      const binding = value.scope.getBinding(value.node.name);
      const taken = binding && destructuredFrom(binding);
      return taken && memberOf(this.valueOf(taken.from, at, depth + 1), taken.key);
    }
    const member = asMember(value);
    if (member?.name !== undefined) return memberOf(this.valueOf(member.object, at, depth + 1), member.name);
    const call = asCall(value);
    return call && this.#callResult(call, at, depth + 1);
  }

  /** The functions that `argument` hands to `use`: itself, or what a middleware was made of. */
  middlewaresIn(argument: NodePath, file: SourceFile, depth = 0): Located<NodePath<t.Function>>[] {
    const { value, file: at } = this.#modules.follow(argument, file);
    if (value.isFunction()) return [{ value, file: at }];
    const made = this.valueOf(value, at, depth + 1);
    return made?.kind === 'middleware' ? [...made.functions] : [];
  }

  #callResult(
    call: NodePath<t.CallExpression | t.OptionalCallExpression>,
    file: SourceFile,
    depth: number,
  ): TrpcValue | undefined {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const imported = importedValue(callee);
    if (imported?.source === SERVER && imported.name === 'router') {
      return {
        kind: 'named-router',
        root: { contextType: typeArgumentOf(call.node), file },
        middlewares: [],
      };
    }
    const holder = member?.name === undefined ? undefined : this.valueOf(member.object, file, depth);
    if (member?.name !== undefined && holder) {
      const method = this.#methodResult(holder, member.name, call, file, depth);
      if (method) return method;
    }
    const called = this.#modules.follow(callee, file);
    if (called.value.isFunction()) {
      for (const returned of returnedBy(called.value)) {
        const result = this.valueOf(returned, called.file, depth);
        if (result) return result;
      }
      return undefined;
    }
    const maker = this.valueOf(callee, file, depth);
    if (maker?.kind !== 'middleware-maker') return undefined;
    return { kind: 'middleware', functions: this.#functionsOf(call, file, depth) };
  }

  #methodResult(
    holder: TrpcValue,
    method: string,
    call: NodePath<t.CallExpression | t.OptionalCallExpression>,
    file: SourceFile,
    depth: number,
  ): TrpcValue | undefined {
    switch (holder.kind) {
      case 'init':
      case 'builder': {
        const root = holder.kind === 'builder' ? holder.root : { contextType: undefined, file };
        if (method === 'create') return { kind: 'tools', root };
        if (method === 'meta') return { kind: 'builder', root };
        return method === 'context'
          ? { kind: 'builder', root: { contextType: typeArgumentOf(call.node), file } }
          : undefined;
      }
      case 'tools':
        return method === 'middleware'
          ? { kind: 'middleware', functions: this.#functionsOf(call, file, depth) }
          : undefined;
      case 'procedure': {
        if (ENDINGS.has(method)) return undefined;
        const added = method === 'use' ? this.#functionsOf(call, file, depth) : [];
        return { ...holder, middlewares: inOrder([...holder.middlewares, ...added]) };
      }
      case 'middleware':
        // `isAuthed.unstable_pipe(async ({ ctx, next }) => …)`
        return {
          kind: 'middleware',
          functions: inOrder([...holder.functions, ...this.#functionsOf(call, file, depth)]),
        };
      case 'named-router': {
        const added = method === 'middleware' ? this.#functionsOf(call, file, depth) : [];
        return { ...holder, middlewares: inOrder([...holder.middlewares, ...added]) };
      }
      case 'middleware-maker':
        return undefined;
    }
  }

  #functionsOf(
    call: NodePath<t.CallExpression | t.OptionalCallExpression>,
    file: SourceFile,
    depth: number,
  ): Located<NodePath<t.Function>>[] {
    return argumentsOf(call).flatMap((argument) => this.middlewaresIn(argument, file, depth));
  }
}

type Functions = readonly Located<NodePath<t.Function>>[];

/** What several of them add to the context, the last one decides. */
function inOrder(functions: Functions): Functions {
  return firstAndLast(functions, ({ value }) => [value.node]);
}

/** The methods that end a procedure with its resolver. */
export const ENDINGS: ReadonlySet<string> = new Set(['query', 'mutation', 'subscription']);

function memberOf(holder: TrpcValue | undefined, name: string): TrpcValue | undefined {
  if (holder?.kind !== 'tools') return undefined;
  if (name === 'procedure') return { kind: 'procedure', root: holder.root, middlewares: [] };
  return name === 'middleware' ? { kind: 'middleware-maker', root: holder.root } : undefined;
}

function typeArgumentOf(call: t.CallExpression | t.OptionalCallExpression): t.TSType | undefined {
  return call.typeParameters?.type === 'TSTypeParameterInstantiation'
    ? call.typeParameters.params[0]
    : undefined;
}
