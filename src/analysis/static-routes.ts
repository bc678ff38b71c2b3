import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { asMember, type CallPath, calleeOf, importedValue, keyName, unwrap } from './expressions.js';
import type { AnalysisContext, RequestScope } from './model.js';
import { looksLikeRequest } from './request-parameters.js';
import { type SegmentConfig, segmentConfigOf } from './segment-config.js';
import { isTried, mayBeSkipped } from './unconditional.js';

/**
 * Whether reading the headers in a route handler may change, or be cut off by, how Next.js caches the route.
 * Measured on Next 13.5, 14.2, 15.5 and 16.4: a GET that touches `request.headers` stops being static on 13 and 14,
 * with `revalidate` or `generateStaticParams` on every version, and under Cache Components; a GET under a dynamic
 * segment without `generateStaticParams`, or beside a POST, is never static in the first place.
 * @param signalCalls every Signal call of the file.
 */
export function wouldMakeRouteDynamic(
  scope: RequestScope,
  file: SourceFile,
  context: AnalysisContext,
  signalCalls: readonly CallPath[],
): boolean {
  if (context.output === 'export') return true;
  const config = segmentConfigOf(file);
  // The headers are empty under force-static, and reading them throws under `error`, whatever the method.
  if (config.dynamic === 'force-static' || config.dynamic === 'error') return true;
  if (!scope.methods.includes('GET') && !scope.methods.includes('HEAD')) return false;
  if (config.dynamic === 'force-dynamic' || config.revalidate === 'zero' || config.edge) return false;
  const reads = new DynamicReads(scope, context);
  if (reads.ofTheRequest()) return false;
  if (config.hasStaticParams) return true;
  if (hasDynamicMethod(config, context.nextMajor) || underDynamicSegment(file.path)) return false;
  const dynamicByDefault =
    context.nextMajor >= 15 &&
    (context.cacheComponents === false || reads.ofWhatChanges(context.callsReadClock ? signalCalls : []));
  return !dynamicByDefault || config.revalidate === 'set';
}

/** Methods whose mere export makes the file's GET dynamic; a PUT does so on every version but 14. */
function hasDynamicMethod({ exported }: SegmentConfig, nextMajor: number): boolean {
  return ['POST', 'DELETE', 'PATCH', 'OPTIONS', ...(nextMajor === 14 ? [] : ['PUT'])].some((method) =>
    exported.has(method),
  );
}

function underDynamicSegment(path: string): boolean {
  return path.split('/').some((segment) => /^\[.+\]$/.test(segment));
}

/** What of the request, when used, makes a GET dynamic on every version; `cookies` does so from 14 on. */
const REQUEST_MEMBERS = new Set([
  'headers',
  'url',
  'body',
  'blob',
  'json',
  'text',
  'arrayBuffer',
  'formData',
]);
/** The same for `request.nextUrl`, of which `pathname` and the bare object stay static. */
const URL_MEMBERS = new Set(['searchParams', 'search', 'href', 'origin']);

/** Finds what a handler already does, on every path, that makes its route dynamic. */
class DynamicReads {
  readonly #fn: NodePath<t.Function>;
  readonly #context: AnalysisContext;
  readonly #request: NodePath | undefined;

  constructor({ fn, wrapped }: RequestScope, context: AnalysisContext) {
    this.#fn = fn;
    const [first] = fn.get('params');
    // A wrapper may hand anything over in the first place.
    this.#request = first && (!wrapped || looksLikeRequest(first)) ? first : undefined;
    this.#context = context;
  }

  ofTheRequest(): boolean {
    const first = this.#request;
    if (first?.isObjectPattern() && this.#takes(first.node, 'request')) return true;
    let found = false;
    const check = (path: NodePath, isDynamic: boolean): void => {
      found ||= isDynamic && !this.#isConditional(path);
    };
    this.#fn.get('body').traverse({
      Function: (inner) => inner.skip(),
      MemberExpression: (path) => {
        const member = asMember(path);
        if (member?.name === undefined) return;
        const owner = this.#whatIs(member.object);
        check(path, owner !== undefined && this.#isDynamicMember(member.name, owner));
      },
      VariableDeclarator: (path) => {
        const pattern = path.get('id');
        const init = path.get('init') as NodePath;
        if (!pattern.isObjectPattern() || !init.node) return;
        const owner = this.#whatIs(init);
        check(path, owner !== undefined && this.#takes(pattern.node, owner));
      },
      CallExpression: (path) => check(path, this.#isDynamicFunction(path)),
    });
    return found;
  }

  /** The clock, chance or the network: under Cache Components a GET that asks for them is rendered for each request. */
  ofWhatChanges(signalCalls: readonly CallPath[]): boolean {
    let found = signalCalls.some(
      (call) =>
        call.isCallExpression() &&
        call.getFunctionParent()?.node === this.#fn.node &&
        !this.#isConditional(call),
    );
    const check = (path: NodePath, isDynamic: boolean): void => {
      found ||= isDynamic && !this.#isConditional(path);
    };
    this.#fn.get('body').traverse({
      Function: (inner) => inner.skip(),
      NewExpression: (made) =>
        check(made, made.node.arguments.length === 0 && isGlobal(made.get('callee'), 'Date')),
      CallExpression: (call) => {
        const callee = unwrap(calleeOf(call));
        const member = asMember(callee);
        const isChanging = member
          ? CHANGING.some(([owner, name]) => member.name === name && isGlobal(member.object, owner))
          : call.node.arguments.length === 1 && isGlobal(callee, 'fetch');
        check(call, isChanging);
      },
    });
    return found;
  }

  /** Whether an expression is the request, or its `nextUrl`. */
  #whatIs(path: NodePath, hops = 0): 'request' | 'next-url' | undefined {
    const value = unwrap(path);
    const member = asMember(value);
    if (member)
      return member.name === 'nextUrl' && this.#whatIs(member.object, hops) === 'request'
        ? 'next-url'
        : undefined;
    if (!value.isIdentifier() || hops > 5) return undefined;
    const binding = value.scope.getBinding(value.node.name);
    return binding && this.#whatIsBinding(binding, hops);
  }

  #whatIsBinding(
    { path, identifier, kind, scope }: Binding,
    hops: number,
  ): 'request' | 'next-url' | undefined {
    if (kind === 'param') {
      const first = this.#request;
      if (scope.path.node !== this.#fn.node || !first) return undefined;
      if (first.isIdentifier()) return first.node === identifier ? 'request' : undefined;
      return first.isObjectPattern() && bindsNextUrl(first.node, identifier) ? 'next-url' : undefined;
    }
    if (!path.isVariableDeclarator() || !path.node.init) return undefined;
    const pattern = path.get('id');
    const from = this.#whatIs(path.get('init') as NodePath, hops + 1);
    if (pattern.isIdentifier()) return from;
    return from === 'request' && pattern.isObjectPattern() && bindsNextUrl(pattern.node, identifier)
      ? 'next-url'
      : undefined;
  }

  #isDynamicMember(name: string, owner: 'request' | 'next-url'): boolean {
    if (owner === 'next-url') return URL_MEMBERS.has(name);
    return REQUEST_MEMBERS.has(name) || (name === 'cookies' && this.#context.nextMajor >= 14);
  }

  #takes(pattern: t.ObjectPattern, owner: 'request' | 'next-url'): boolean {
    return pattern.properties.some((one) => {
      const key = one.type === 'ObjectProperty' ? keyName(one) : undefined;
      return key !== undefined && this.#isDynamicMember(key, owner);
    });
  }

  #isDynamicFunction(call: NodePath<t.CallExpression>): boolean {
    const imported = importedValue(calleeOf(call));
    const name = imported?.name;
    switch (imported?.source) {
      case 'next/headers':
        return name === 'headers' || name === 'cookies';
      case 'next/server':
        return name === 'connection';
      case 'next/cache':
        return name === 'unstable_noStore' && this.#context.cacheComponents === false;
      default:
        return false;
    }
  }

  /**
   * Whether `path` may be skipped when the handler runs. In Next 13 a `try` around it swallows the signal that makes
   * the route dynamic.
   */
  #isConditional(path: NodePath): boolean {
    if (this.#context.nextMajor <= 13 && isTried(path, this.#fn)) return true;
    return mayBeSkipped(path, this.#fn);
  }
}

const CHANGING = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['crypto', 'randomUUID'],
] as const;

function isGlobal(path: NodePath, name: string): boolean {
  return path.isIdentifier({ name }) && !path.scope.hasBinding(name, true);
}

function bindsNextUrl(pattern: t.ObjectPattern, identifier: t.Identifier): boolean {
  return pattern.properties.some(
    (one) => one.type === 'ObjectProperty' && keyName(one) === 'nextUrl' && one.value === identifier,
  );
}
