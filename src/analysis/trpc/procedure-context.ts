import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import type { SourceFile } from '../../source/parse.js';
import { argumentsOf, asMember, calledName, keyName, unwrap } from '../expressions.js';
import type { ProcedureContext } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { ContextCompletions } from './context-completion.js';
import { ContextOrigins } from './context-origins.js';
import { type Located, ModuleValues } from './module-values.js';
import { mayBeRequest } from './request-access.js';
import { type Member, RequestShapes, type Shape } from './request-shapes.js';
import { type ProcedureChain, type TrpcRoot, TrpcValues } from './trpc-values.js';

const refused = (reason: Extract<ProcedureContext, { kind: 'refused' }>['reason']): ProcedureContext => ({
  kind: 'refused',
  reason,
});

/** What is known of tRPC in one project: its procedures and their contexts. Each context is worked out once. */
export class TrpcProject {
  readonly values: TrpcValues;
  readonly #shapes: RequestShapes;
  readonly #origins: ContextOrigins;
  readonly #completions: ContextCompletions;
  readonly #contexts = new Map<t.TSType, { context: ProcedureContext; shape: Shape | undefined }>();

  constructor(host: ModuleHost) {
    const modules = new ModuleValues(host);
    this.values = new TrpcValues(modules);
    this.#shapes = new RequestShapes(modules);
    this.#origins = new ContextOrigins(host, modules, this.#shapes);
    this.#completions = new ContextCompletions(host, modules, this.#shapes);
  }

  /** How a resolver comes by the request: from the context of its root, or from what a middleware before it adds. */
  contextOf({ kind, root, middlewares }: ProcedureChain): ProcedureContext {
    const { context, shape } = this.#rootContext(root);
    if (kind === 'named-router' && middlewares.some(({ value }) => replacesContext(value))) {
      return refused('trpc-context-unknown');
    }
    const added = new Map(middlewares.flatMap((one) => [...this.#addedBy(one)]));
    if (added.size === 0) return context;
    const base = shape?.kind === 'object' ? shape.members : new Map<string, Member>();
    const carried = carriedBy({ kind: 'object', members: new Map([...base, ...added]), open: false });
    if (carried) return carried;
    if (context.kind !== 'refused' && added.has(context.member)) return refused('trpc-context-unknown');
    return context;
  }

  /** Whether `ctx`, declared with `type` of its own, holds what the procedure's context holds or will. */
  isContextType(type: t.TSType, file: SourceFile, root: TrpcRoot, context: ProcedureContext): boolean {
    if (context.kind === 'refused') return true;
    const shape = this.#shapes.ofType(type, file);
    if (shape?.kind === 'object' && mayBeRequest(context.member, shape.members.get(context.member)?.shape)) {
      return true;
    }
    if (context.kind === 'carried' || !root.contextType) return false;
    const own = new Set(this.#origins.factoriesOf(type, file).map(({ value }) => value.node));
    return this.#origins.factoriesOf(root.contextType, root.file).some(({ value }) => own.has(value.node));
  }

  /** What `type` says of its member `name`, and in which file it says so. */
  memberType(
    type: t.TSType,
    name: string,
    file: SourceFile,
  ): { readonly type: t.TSType; readonly file: SourceFile } | undefined {
    return this.#shapes.memberType(type, name, file);
  }

  #rootContext(root: TrpcRoot): { context: ProcedureContext; shape: Shape | undefined } {
    const { contextType, file } = root;
    if (!contextType) return { context: refused('trpc-context-unknown'), shape: undefined };
    const known = this.#contexts.get(contextType);
    if (known) return known;
    const shape = this.#shapes.ofType(contextType, file);
    const context = carriedBy(shape) ?? this.#completionOf(contextType, file, shape);
    const entry = { context, shape };
    this.#contexts.set(contextType, entry);
    return entry;
  }

  #completionOf(type: t.TSType, file: SourceFile, shape: Shape | undefined): ProcedureContext {
    const factories = this.#origins.factoriesOf(type, file);
    return factories.length > 0
      ? this.#completions.completionOf(factories, shape)
      : this.#completions.completionOfType(type, file, shape);
  }

  /** The keys that `next({ ctx: { … } })` adds to the context, or puts other values under. */
  #addedBy({ value: fn, file }: Located<NodePath<t.Function>>): Map<string, Member> {
    const added = new Map<string, Member>();
    for (const context of nextContexts(fn)) {
      if (context.isObjectExpression()) this.#collect(context, file, added);
    }
    return added;
  }

  #collect(context: NodePath<t.ObjectExpression>, file: SourceFile, added: Map<string, Member>): void {
    for (const property of context.get('properties')) {
      if (!property.isObjectProperty()) continue;
      const name = keyName(property.node);
      const value = property.get('value') as NodePath;
      // `headers: ctx.headers` hands on what is there.
      if (name === undefined || asMember(unwrap(value))?.name === name) continue;
      added.set(name, { shape: this.#shapes.ofValue(value, file), optional: false });
    }
  }
}

const projects = new WeakMap<ModuleHost, TrpcProject>();

export function trpcProjectOf(host: ModuleHost): TrpcProject {
  const project = projects.get(host) ?? new TrpcProject(host);
  projects.set(host, project);
  return project;
}

/** What a middleware gives to `next` as `ctx`. */
function nextContexts(fn: NodePath<t.Function>): NodePath[] {
  const found: NodePath[] = [];
  readBelow(fn, {
    CallExpression: (call) => {
      const [options] = argumentsOf(call);
      if (calledName(call) !== 'next' || !options?.isObjectExpression()) return;
      for (const property of options.get('properties')) {
        if (!property.isObjectProperty() || keyName(property.node) !== 'ctx') continue;
        found.push(unwrap(property.get('value') as NodePath));
      }
    },
  });
  return found;
}

/** Before version 10 the context that a middleware gives is the whole of it, unless it spreads the one it was given. */
function replacesContext(middleware: NodePath<t.Function>): boolean {
  return nextContexts(middleware).some(
    (context) =>
      context.isObjectExpression() && context.node.properties.every(({ type }) => type !== 'SpreadElement'),
  );
}

/** The member of a context that is the request or its headers. */
function carriedBy(shape: Shape | undefined): ProcedureContext | undefined {
  if (shape?.kind !== 'object') return undefined;
  const names = [...shape.members.keys()];
  const candidates = ['headers', 'req', 'request', ...names.filter((name) => /req|headers/i.test(name))];
  for (const name of candidates) {
    const member = shape.members.get(name);
    const own = member?.shape;
    if (!member || !own || own.kind === 'object' || !mayBeRequest(name, own)) continue;
    const reads = own.kind === 'headers' ? 'headers' : own.reads;
    return { kind: 'carried', member: name, reads: member.optional ? 'any' : reads };
  }
  return undefined;
}
