import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import type { GivenPlaceholder } from './given-placeholders.js';
import type { Inclusion } from './inclusion.js';
import type { ModuleHost } from './module-host.js';
import type { PlaceholderId } from './placeholder-ids.js';
import type { ReasonId } from './reasons.js';
import type { RouteLayout } from './route-files.js';
import type { PlannedSlot } from './session-slot.js';
import type { SessionKey, SessionMethod } from './signal-methods.js';
import type { SignatureNode } from './signatures.js';
import type { Suppressions } from './suppressions.js';

/** Whose id wins in `capture`: the header's, the application's, or the application's untouched. */
export type DistinctIdPolicy = 'header-first' | 'app-first' | 'keep';

/** The kinds of session source a reader may be asked to take. */
export type SourceKind = 'request' | 'node-request' | 'headers';

/** A module as it is named in the text, or a project file that is still to be named. */
export type ModuleReference =
  | { readonly kind: 'package'; readonly specifier: string }
  | { readonly kind: 'file'; readonly path: string };

/** How files get at `getSessionInfo`. */
export interface SessionReader {
  /** The Signal module, which may not exist on disk yet, or a package. */
  readonly module: ModuleReference;
  /** Its exported function that takes every source. */
  readonly exportName: string;
  /** A narrower function written by hand that is preferred where it fits, with what it takes. */
  readonly narrow: { readonly exportName: string; readonly accepts: readonly SourceKind[] } | undefined;
  /** What it gives back, as a type that TypeScript files import; written out where there is none to be imported. */
  readonly type: { readonly module: ModuleReference; readonly name: string } | undefined;
}

/** What the analysis must know of the project; all of it plain data but for the host. */
export interface AnalysisContext {
  readonly host: ModuleHost;
  readonly layout: RouteLayout;
  readonly nextMajor: number;
  readonly cacheComponents: boolean | 'unknown';
  readonly output: 'export' | 'standalone' | 'default' | 'unknown';
  /** Specifiers whose `createSignalServer` / `createSignalNode` make a Signal client. */
  readonly sdkModules: readonly string[];
  /** For the files of the app; `readerFor` knows those of other packages. */
  readonly reader: SessionReader | undefined;
  readonly distinctId: DistinctIdPolicy;
  readonly include: ReadonlySet<Inclusion>;
  /**
   * Whether what `rule` finds at a place is to be left alone although no comment says so. `start` is where the finding
   * would begin.
   */
  readonly isExempt?: ((rule: RewriteRule, path: string, start: number) => boolean) | undefined;
  /**
   * The Signal package is this one, whose calls read the clock. Measured on Next 16.4 with Cache Components: a GET that
   * makes one on every path is rendered for each request.
   */
  readonly callsReadClock: boolean;
  /** The project uses a formatter that lays code out as Prettier does. */
  readonly isFormatted?: boolean;
  /** Calls that are left as they are, because types did not hold with their rewrite. */
  readonly takenBack?: readonly TakenBackCall[] | undefined;
}

/** A call of the Signal client, of a tracking helper or of `headers()` whose rewrite did not pass the type check. */
export interface TakenBackCall {
  readonly path: string;
  /** The offset just past its closing parenthesis, which no other call shares. */
  readonly end: number;
  /** What the type check objected to, where that is elsewhere. */
  readonly places: readonly Place[];
}

export type ScopeKind =
  | 'route-handler'
  | 'server-action'
  | 'pages-api'
  | 'get-server-side-props'
  /** An ordinary function that is given the request. */
  | 'request-helper'
  | 'server-component'
  | 'get-initial-props'
  | 'proxy'
  | 'request-error-hook'
  /** A handler or middleware of a router inside Next.js: Hono, Elysia, next-connect, … */
  | 'router-handler'
  | 'auth-callback'
  /** What a queue, a workflow engine or an upload service calls. */
  | 'service-callback'
  | 'trpc-procedure';

/** The types that a parameter of ours may need where the function's own context does not type it. */
export type ParameterType =
  | 'web-request'
  | 'NextApiRequest'
  | 'GetServerSidePropsContext'
  | 'NextPageContext'
  | 'AppContext'
  | 'header-owner'
  | 'contextual';

/** How a function is given its request, where more than its kind tells. */
export type RequestCarrier =
  | {
      readonly kind: 'parameter';
      readonly position: number;
      /** The members that lead from the parameter to the request, `['req', 'raw']`; none when it is the request. */
      readonly path: readonly string[];
      readonly reads: SourceKind | 'any';
      /** The parameter may be undefined. */
      readonly nullable: boolean;
      /** What to add where the function does not take the parameter. */
      readonly added: { readonly baseName: string; readonly type: ParameterType } | undefined;
      /** Whether `await headers()` does where the parameter cannot be had. */
      readonly orHeaders: boolean;
    }
  /** `makesAsync`: whoever calls the function awaits it for sure. */
  | { readonly kind: 'headers'; readonly makesAsync: boolean }
  | { readonly kind: 'none'; readonly reason: ReasonId };

/** A route that a function of another file answers. */
export interface Mounting {
  readonly path: string;
  /** Loaded when it is asked for: a wrapper may answer every route of an app. */
  readonly file: SourceFile;
  readonly methods: readonly string[];
}

/** A function that Next.js calls with, or inside, one request. */
export type RequestScope = HandlerScope | ProcedureScope;

export type HandlerKind = Exclude<ScopeKind, 'trpc-procedure'>;

export interface HandlerScope extends ScopeFunction {
  readonly kind: HandlerKind;
}

/** A resolver or a middleware of a tRPC procedure. */
export interface ProcedureScope extends ScopeFunction {
  readonly kind: 'trpc-procedure';
  readonly context: ProcedureContext;
}

interface ScopeFunction {
  /** `POST`, `createOrder`, `default`, `getServerSideProps`, … */
  readonly name: string;
  readonly fn: NodePath<t.Function>;
  /** The function is an argument of a wrapper, so its parameters are the wrapper's choice. */
  readonly wrapped: boolean;
  /** The HTTP methods a route handler is exported as; empty for the other kinds. */
  readonly methods: readonly string[];
  readonly carrier?: RequestCarrier | undefined;
  /** The routes of other files that the function answers. */
  readonly mountedBy?: readonly Mounting[];
}

/** Whether the context that tRPC hands to a procedure holds the request. */
export type ProcedureContext =
  | { readonly kind: 'carried'; readonly member: string; readonly reads: SourceKind | 'any' }
  | {
      readonly kind: 'completable';
      readonly member: string;
      readonly reads: SourceKind | 'any';
      readonly completion: ContextCompletion;
    }
  | { readonly kind: 'refused'; readonly reason: ReasonId };

/** What puts the request into a tRPC context, where the context is made; one for all procedures that need it. */
export interface ContextCompletion {
  /** The key that the context gains. */
  readonly key: string;
  readonly places: readonly ContextPlace[];
}

/** One change of a context completion. */
export type ContextPlace = { readonly path: string } & (
  | { readonly kind: 'property'; readonly object: NodePath<t.ObjectExpression>; readonly value: string }
  /** An expression that gives a context without the key: it is spread into a literal that has it. */
  | {
      readonly kind: 'spread';
      readonly expression: NodePath;
      readonly value: string;
      /** The expression gives a promise, which has to be awaited before it can be spread. */
      readonly isPromise: boolean;
    }
  | { readonly kind: 'pattern'; readonly pattern: NodePath<t.ObjectPattern>; readonly name: string }
  | { readonly kind: 'type'; readonly type: t.TSInterfaceBody | t.TSTypeLiteral; readonly text: string }
  | { readonly kind: 'parameter'; readonly fn: NodePath<t.Function>; readonly text: string }
  | { readonly kind: 'argument'; readonly call: NodePath<t.CallExpression>; readonly text: string }
);

/** How a request scope comes by its session source. `expression` is what is handed to the reader. */
export type SessionSource =
  | {
      readonly kind: 'expression';
      readonly expression: string;
      /** `any`: it may be undefined, or of more than one kind. */
      readonly reads: SourceKind | 'any';
      readonly span: Span;
    }
  | {
      readonly kind: 'awaited-headers';
      /** The variable that holds `await headers()` already, and the statement after which it can be used. */
      readonly name: string;
      readonly statement: NodePath<t.Statement>;
      readonly span: Span;
    }
  /** `makesAsync`: the function has to become async for it. */
  | { readonly kind: 'await-headers'; readonly makesAsync: boolean }
  | {
      readonly kind: 'add-parameter';
      readonly baseName: string;
      readonly typeName: ParameterType;
      readonly reads: SourceKind | 'any';
      /** What follows the parameter's name, e.g. `.req`. */
      readonly member: string;
    }
  | {
      readonly kind: 'complete-pattern';
      readonly pattern: NodePath<t.ObjectPattern>;
      readonly key: string;
      readonly reads: SourceKind | 'any';
      /** What follows the name that the key is bound to, e.g. `.raw`. */
      readonly member: string;
    }
  /** A resolver without parameters takes `({ ctx })`. */
  | { readonly kind: 'add-context-parameter'; readonly reads: SourceKind | 'any'; readonly member: string };

/** A place in some file of the project. */
export interface Place extends Span {
  readonly path: string;
}

/** The rules whose findings a rewrite removes, or refuses to. */
export const REWRITE_RULES = [
  'session-not-forwarded',
  'session-partly-forwarded',
  'session-refused',
  'session-lost',
  'sync-headers',
] as const;

export type RewriteRule = (typeof REWRITE_RULES)[number];

export type Verdict =
  | UnsuppressedVerdict
  /** `would` is what the call is but for that. */
  | { readonly kind: 'suppressed'; readonly would: UnsuppressedVerdict };

/** What is found in a call, whether or not anybody wants to hear of it. */
export function withoutSuppression(verdict: Verdict): UnsuppressedVerdict {
  return verdict.kind === 'suppressed' ? verdict.would : verdict;
}

export type UnsuppressedVerdict =
  | { readonly kind: 'forwarded' }
  | { readonly kind: 'fixable'; readonly partial: boolean }
  | {
      readonly kind: 'refused';
      readonly reason: ReasonId;
      /** What stands in the way, where that is elsewhere. */
      readonly places: readonly Place[];
    };

/** One Signal call and what the analysis says of it. */
export interface SignalCall {
  readonly path: string;
  readonly method: SessionMethod;
  /** The whole call. */
  readonly span: Span;
  /** The method's name in it. */
  readonly callee: Span;
  readonly verdict: Verdict;
  /** The request scope that reaches it, when there is one. */
  readonly scope: { readonly kind: ScopeKind; readonly name: string; readonly span: Span } | undefined;
  /** A constant that the call may send as its distinct id. */
  readonly placeholder: PlaceholderId | undefined;
  /** Those that callers of the function around the call give it for the distinct id. */
  readonly givenPlaceholders: readonly GivenPlaceholder[];
  /** Where the request is to be had. */
  readonly request: (Span & { readonly text: string }) | undefined;
  /** The calls of tracking helpers at which the session is lost on its way here. */
  readonly lostAt: readonly LostSession[];
  /** Those that cannot give it, while others do or can. */
  readonly withheldAt: readonly WithheldSession[];
}

/** A call of a tracking helper that could have handed the session on. */
export interface LostSession extends Place {
  readonly helper: string;
  /** The calls by which helpers between here and the Signal call reach it, the nearest to that first. */
  readonly through: readonly Place[];
  readonly scope: SignalCall['scope'];
}

/** A call of a tracking helper that cannot hand the session on, and why. */
export interface WithheldSession extends LostSession {
  readonly reason: ReasonId;
  /** What stands in the way, where that is elsewhere. */
  readonly places: readonly Place[];
}

/** One place in the arguments of a Signal call that lacks ids. */
export type ArgumentTarget =
  /** An object literal: properties are added to it. */
  | {
      readonly kind: 'literal';
      readonly object: NodePath<t.ObjectExpression>;
      readonly missing: readonly SessionKey[];
      readonly held?: HeldIds | undefined;
    }
  /** Any other value: it is spread into a new literal. */
  | {
      readonly kind: 'value';
      readonly argument: NodePath;
      readonly missing: readonly SessionKey[];
      readonly held?: HeldIds | undefined;
    }
  | { readonly kind: 'positions'; readonly missing: readonly SessionKey[] };

/** A value that is handed on whole and can be named twice, and the ids that it may hold already. */
export interface HeldIds {
  readonly value: NodePath;
  readonly keys: readonly SessionKey[];
}

/** An object type of the app's own that says what an event may carry, and lacks `keys`. */
export interface LackingMessage {
  readonly file: SourceFile;
  readonly node: t.TSTypeLiteral | t.TSInterfaceBody;
  readonly keys: readonly SessionKey[];
}

/** What has to change in one Signal call. */
export interface CallRewrite {
  readonly call: NodePath<t.CallExpression | t.OptionalCallExpression>;
  readonly method: SessionMethod;
  readonly targets: readonly ArgumentTarget[];
  /** A type of the app's own that keeps the event from carrying the ids. */
  readonly lacking?: LackingMessage | undefined;
}

/** Where in the arguments of a helper's call the session goes. */
export type HandOnTarget =
  /** `index` arguments stand before it. */
  | { readonly kind: 'position'; readonly index: number }
  /** A key of the options object; undefined where the call gives none. */
  | { readonly kind: 'key'; readonly key: string; readonly options: NodePath | undefined };

/** A call of a tracking helper that is to hand the session on. */
export interface HelperCallRewrite {
  readonly call: NodePath<t.CallExpression | t.OptionalCallExpression>;
  readonly into: HandOnTarget;
  /** The helper's head, and the file that it stands in. */
  readonly helper: Place & { readonly name: string };
  /** Which ids go along: not the distinct id where the helper is called for somebody else. */
  readonly keys: readonly SessionKey[];
}

/** Ids that a function has read already, and how more of them can be had. */
export interface ExistingSession {
  /** Variables that hold ids. */
  readonly ids: Readonly<Partial<Record<SessionKey, string>>>;
  /** A variable that holds the whole session; all ids can be read from it. */
  readonly object: { readonly name: string; readonly optional: boolean } | undefined;
  /** The destructuring of a session reader's result, to which a missing id can be added. */
  readonly pattern: NodePath<t.ObjectPattern> | undefined;
  /** What reads it in the body of the function; undefined where it comes with a parameter. */
  readonly readBy: Span | undefined;
}

/** What one function needs: a request scope reads the session, a tracking helper receives it. */
export interface FunctionRewrite {
  readonly fn: NodePath<t.Function>;
  readonly calls: readonly CallRewrite[];
  readonly handsOn: readonly HelperCallRewrite[];
  readonly how:
    | { readonly kind: 'read'; readonly scope: RequestScope; readonly source: SessionSource }
    | { readonly kind: 'reuse'; readonly session: ExistingSession }
    | { readonly kind: 'receive'; readonly slot: PlannedSlot };
}

/** A declaration elsewhere that has to say that a helper takes the session. */
export type DeclarationRewrite =
  | { readonly kind: 'signature'; readonly node: NodePath<SignatureNode> }
  | { readonly kind: 'member'; readonly node: t.TSTypeLiteral | t.TSInterfaceBody; readonly key: string }
  /** What an event may carry, by the app's own type of the client. */
  | {
      readonly kind: 'message';
      readonly node: t.TSTypeLiteral | t.TSInterfaceBody;
      readonly keys: readonly SessionKey[];
    };

/** A synchronous `headers()` call that Next.js 15 and later need awaited. */
export interface SyncHeadersCall {
  readonly call: NodePath<t.CallExpression>;
  readonly fixable: boolean;
  readonly suppressed: boolean;
}

export interface FileAnalysis {
  readonly file: SourceFile;
  readonly calls: readonly SignalCall[];
  readonly rewrites: readonly FunctionRewrite[];
  readonly declarations: readonly DeclarationRewrite[];
  readonly syncHeaders: readonly SyncHeadersCall[];
  readonly suppressions: Suppressions;
}
