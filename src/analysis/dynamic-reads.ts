import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import { ByDepth } from './by-depth.js';
import { calledFunction } from './called-functions.js';
import {
  argumentsOf,
  asMember,
  type CallPath,
  calleeOf,
  importedValue,
  isGlobalName,
  keyName,
  originalName,
  paramsOf,
  unwrap,
} from './expressions.js';
import type { AnalysisContext } from './model.js';
import type { ModuleHost } from './module-host.js';
import { isTried, mayBeSkipped } from './unconditional.js';

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

/** Functions of packages that look at the cookies or headers, by what they are imported from. */
const SIGN_IN: Readonly<Record<string, RegExp>> = {
  'next-auth': /^getServerSession$/,
  'next-auth/next': /^getServerSession$/,
  '@clerk/nextjs': /^(?:auth|currentUser)$/,
  '@clerk/nextjs/server': /^(?:auth|currentUser)$/,
  '@auth0/nextjs-auth0': /^getSession$/,
  '@workos-inc/authkit-nextjs': /^withAuth$/,
};

/** A file without any of these reads nothing of a request. */
const READS_SOMETHING = /headers|cookies|\b(?:url|nextUrl|json|text|formData|body|connection)\b/;

/** How many calls deep a read is looked for. */
const DEEPEST = 3;

/**
 * Finds what a function already does of a request, on every path, that makes its route dynamic: itself, in a callback
 * that it waits for, or in a function of the project that it calls.
 */
export class DynamicReads {
  readonly #fn: NodePath<t.Function>;
  readonly #request: NodePath | undefined;
  readonly #path: string;
  readonly #context: AnalysisContext;
  readonly #depth: number;
  readonly #calls: ByDepth<boolean>;

  /** @param request the parameter of `fn` that is the request. */
  constructor(
    fn: NodePath<t.Function>,
    request: NodePath | undefined,
    path: string,
    context: AnalysisContext,
    depth = 0,
    calls = new ByDepth<boolean>(),
  ) {
    this.#fn = fn;
    this.#request = request;
    this.#path = path;
    this.#context = context;
    this.#depth = depth;
    this.#calls = calls;
  }

  ofTheRequest(): boolean {
    const first = this.#request;
    if (first?.isObjectPattern() && this.#takes(first.node, 'request')) return true;
    let found = false;
    const check = (path: NodePath, isDynamic: boolean): void => {
      found ||= isDynamic && !this.#isConditional(path);
    };
    readBelow(this.#fn.get('body'), {
      Function: (inner) => {
        if (!isWaitedFor(inner)) inner.skip();
      },
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
      CallExpression: (path) => check(path, this.#isDynamicFunction(path) || this.#readsInside(path)),
    });
    return found;
  }

  /** Whether a function of the project that `call` runs reads the request, handed on or by itself. */
  #readsInside(call: NodePath<t.CallExpression>): boolean {
    const depth = this.#depth + 1;
    if (depth > DEEPEST) return false;
    const { host } = this.#context;
    const further = DEEPEST - depth;
    const found = calledFunction(call, this.#path, host, { text: READS_SOMETHING, further });
    if (!found || found.fn.node === this.#fn.node) return isNextAuth(call, this.#path, host);
    if (found.fn.node.async && !isAwaited(call)) return false;
    const position = argumentsOf(call).findIndex((one) => this.#whatIs(one) === 'request');
    const request = position < 0 ? undefined : paramsOf(found.fn)[position];
    const inside = (): boolean =>
      new DynamicReads(found.fn, request, found.path, this.#context, depth, this.#calls).ofTheRequest();
    return this.#calls.once(found.fn.node, depth, inside, `given at ${position}`);
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
    readBelow(this.#fn.get('body'), {
      Function: (inner) => inner.skip(),
      NewExpression: (made) =>
        check(made, made.node.arguments.length === 0 && isGlobalName(made.get('callee'), 'Date')),
      CallExpression: (call) => {
        const callee = unwrap(calleeOf(call));
        const member = asMember(callee);
        const isChanging = member
          ? CHANGING.some(([owner, name]) => member.name === name && isGlobalName(member.object, owner))
          : call.node.arguments.length === 1 && isGlobalName(callee, 'fetch');
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
        return name !== undefined && (SIGN_IN[imported?.source ?? '']?.test(name) ?? false);
    }
  }

  /**
   * Whether `path` may be skipped when the function runs. In Next 13 a `try` around it swallows the signal that makes
   * the route dynamic.
   */
  #isConditional(path: NodePath): boolean {
    for (let at = path; ; ) {
      const fn = at.getFunctionParent();
      if (!fn || (this.#context.nextMajor <= 13 && isTried(at, fn)) || mayBeSkipped(at, fn)) return true;
      if (fn.node === this.#fn.node) return false;
      at = fn;
    }
  }
}

/** Methods that call back for each of some values, which may be none. */
const EACH = /^(?:map|forEach|filter|flatMap|find|findIndex|some|every|reduce|sort|catch)$/;

/** Whether a function is called back before the one around it is done: `return run(ctx, async () => …)`. */
function isWaitedFor(fn: NodePath<t.Function>): boolean {
  const call = fn.listKey === 'arguments' ? fn.parentPath : undefined;
  if (!call?.isCallExpression()) return false;
  const callee = unwrap(calleeOf(call));
  const name =
    asMember(callee)?.name ?? (callee.isIdentifier() ? originalName(callee.node.name, callee) : '');
  // What a cache holds is not computed again, and `after` runs when the response has been sent.
  if (
    EACH.test(name) ||
    /cache|memo|^after$|waitUntil|set(?:Timeout|Interval|Immediate)|nextTick/i.test(name)
  )
    return false;
  return isAwaited(call);
}

/** Whether the function around `call` is not done before it: `await` it does, or it returns it. */
function isAwaited({ key, parentPath }: NodePath): boolean {
  if (!parentPath) return false;
  return (
    parentPath.isAwaitExpression() ||
    parentPath.isReturnStatement() ||
    (parentPath.isArrowFunctionExpression() && key === 'body')
  );
}

/** `auth()` of `export const { auth } = NextAuth(…)`, which looks at the cookies. */
function isNextAuth(call: NodePath<t.CallExpression>, from: string, host: ModuleHost): boolean {
  const imported = importedValue(calleeOf(call));
  if (imported?.name !== 'auth') return false;
  const path = host.resolve(imported.source, from);
  return path !== undefined && /\bNextAuth\s*\(/.test(host.text?.(path) ?? host.load(path)?.text ?? '');
}

const CHANGING = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['crypto', 'randomUUID'],
] as const;

function bindsNextUrl(pattern: t.ObjectPattern, identifier: t.Identifier): boolean {
  return pattern.properties.some(
    (one) => one.type === 'ObjectProperty' && keyName(one) === 'nextUrl' && one.value === identifier,
  );
}
