import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { followLocal } from '../exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  bindingOf,
  type CallPath,
  calleeOf,
  keyName,
  originalName,
  unwrap,
} from '../expressions.js';
import type { ProcedureContext } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { callsOf } from '../program.js';
import { trpcProjectOf } from './procedure-context.js';
import { annotationOf } from './request-shapes.js';
import { ENDINGS, type ProcedureChain } from './trpc-values.js';

/** A function that tRPC calls with the context of a request. */
export interface ProcedureFunction {
  readonly fn: NodePath<t.Function>;
  readonly context: ProcedureContext;
}

/** A cheap test that every file with a resolver or a middleware passes. */
const CANDIDATE = /\b(?:query|mutation|subscription|use|middleware)\b/;

/** What a call hands its functions to: a procedure that was followed to its root, or something named like one. */
type Receiver = ProcedureChain | { readonly kind: 'named' };

/**
 * Finds the resolvers and middlewares of tRPC procedures in a file. A procedure is known by the `initTRPC` that it comes
 * from; where that cannot be reached, by a name that ends in `procedure` and a callback that takes what tRPC gives.
 */
export function findProcedures(file: SourceFile, host: ModuleHost): ProcedureFunction[] {
  if (!CANDIDATE.test(file.text)) return [];
  return new ProcedureFinder(file, host).find();
}

class ProcedureFinder {
  readonly #file: SourceFile;
  readonly #host: ModuleHost;
  readonly #found = new Map<t.Node, ProcedureFunction>();

  constructor(file: SourceFile, host: ModuleHost) {
    this.#file = file;
    this.#host = host;
  }

  find(): ProcedureFunction[] {
    for (const call of callsOf(this.#file)) if (call.isCallExpression()) this.#visit(call);
    return [...this.#found.values()];
  }

  #visit(call: CallPath): void {
    const callee = unwrap(calleeOf(call));
    const member = asMember(callee);
    const { values } = trpcProjectOf(this.#host);
    if (member?.name === undefined) {
      // `const { middleware } = t`
      if (!callee.isIdentifier() || !mayTakeContext(call)) return;
      const maker = values.valueOf(callee, this.#file);
      if (maker?.kind === 'middleware-maker')
        this.#add(call, { kind: 'procedure', root: maker.root, middlewares: [] });
      return;
    }
    const isEnding = ENDINGS.has(member.name);
    if (!isEnding && member.name !== 'use' && member.name !== 'middleware') return;
    if (argumentsOf(call).length === 0) return;
    const holder = values.valueOf(member.object, this.#file);
    switch (holder?.kind) {
      case 'procedure':
        if (member.name === 'middleware') return;
        this.#add(call, holder);
        return;
      case 'tools':
        if (member.name === 'middleware')
          this.#add(call, { kind: 'procedure', root: holder.root, middlewares: [] });
        return;
      case 'named-router':
        if (member.name !== 'use') this.#add(call, holder);
        return;
      case undefined:
        if (isEnding && isNamedProcedure(member.object) && mayTakeContext(call))
          this.#add(call, { kind: 'named' });
        return;
      case 'init':
      case 'builder':
      case 'middleware':
      case 'middleware-maker':
        return;
    }
  }

  #add(call: CallPath, receiver: Receiver): void {
    for (const fn of functionsIn(call)) {
      if (this.#found.has(fn.node)) continue;
      this.#found.set(fn.node, { fn, context: this.#contextFor(fn, receiver) });
    }
  }

  #contextFor(fn: NodePath<t.Function>, receiver: Receiver): ProcedureContext {
    if (receiver.kind === 'named') return { kind: 'refused', reason: 'trpc-context-unknown' };
    const project = trpcProjectOf(this.#host);
    const context = project.contextOf(receiver);
    const [param] = fn.get('params') as NodePath[];
    const type = param && annotationOf(param);
    // A resolver of its own without a parameter has no type that would come with a new one.
    if (!param && bindingOf(fn)) {
      return { kind: 'refused', reason: 'trpc-resolver-parameter' };
    }
    if (!type) return context;
    const own = project.memberType(type, 'ctx', this.#file);
    const fits = own && project.isContextType(own.type, own.file, receiver.root, context);
    return fits ? context : { kind: 'refused', reason: 'trpc-resolver-parameter' };
  }
}

/** The functions of this file that a call is given, by themselves, by name, or as `resolve` of an object. */
function functionsIn(call: CallPath): NodePath<t.Function>[] {
  return argumentsOf(call).flatMap((argument): NodePath<t.Function>[] => {
    const value = followLocal(argument);
    if (value.isFunction()) return [value];
    if (!value.isObjectExpression()) return [];
    return value.get('properties').flatMap((property): NodePath<t.Function>[] => {
      if (property.isSpreadElement()) return [];
      if (!property.isObjectMethod() && !property.isObjectProperty()) return [];
      if (keyName(property.node) !== 'resolve') return [];
      const resolver = property.isObjectMethod() ? property : followLocal(property.get('value') as NodePath);
      return resolver.isFunction() ? [resolver] : [];
    });
  });
}

/** Whether the object at the start of a chain is called a procedure: `protectedProcedure.input(schema)`. */
function isNamedProcedure(chain: NodePath): boolean {
  let value = unwrap(chain);
  for (;;) {
    const call = asCall(value);
    const member = asMember(value);
    if (call) value = unwrap(calleeOf(call));
    else if (value.isIdentifier()) return /procedure$/i.test(originalName(value.node.name, value));
    else if (member?.name !== undefined && /procedure$/i.test(member.name)) return true;
    else if (member) value = unwrap(member.object);
    else return false;
  }
}

/** Whether a function among the arguments takes `({ ctx, input })` or one value. */
function mayTakeContext(call: CallPath): boolean {
  return functionsIn(call).some(({ node }) => {
    const [param, more] = node.params;
    if (!param || more) return false;
    if (param.type === 'Identifier') return true;
    if (param.type !== 'ObjectPattern') return false;
    const names = param.properties.map((one) => (one.type === 'ObjectProperty' ? keyName(one) : undefined));
    return names.includes('ctx') || names.includes('input');
  });
}
