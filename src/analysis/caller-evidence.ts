import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow, type VisitorByType } from '../source/crawl.js';
import { isProjectSpecifier } from '../source/specifiers.js';
import { isJobAdapter } from './background-jobs.js';
import { calledFunction, type PlacedFunction } from './called-functions.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  bindingOf,
  type CallPath,
  calleeOf,
  callWith,
  declaredValue,
  importedValue,
  isImported,
  keyName,
  paramsOf,
  targetOf,
  unwrap,
} from './expressions.js';
import type { RequestScope } from './model.js';
import type { ModuleHost } from './module-host.js';
import { queryReads } from './query-reads.js';
import { hashesBody, isCrypto, isRawBody } from './raw-bodies.js';
import { routerGuards } from './router-guards.js';
import {
  type ComparedSecret,
  comparedSecret,
  isGuard,
  passedSecret,
  secretOf,
} from './secret-comparisons.js';
import { isSessionCheck } from './user-sessions.js';

/** What a handler does that tells who calls it. */
export type CallerFact =
  /** A signature over the body is verified, or read from the headers. */
  | 'signature'
  | ComparedSecret
  /** The handler is given to a queue's or workflow's adapter. */
  | 'job'
  /** The request is handed to a server of the Model Context Protocol, which agents call. */
  | 'agent'
  /** An OAuth code is exchanged for a token. */
  | 'code-exchange'
  /** A payment is looked up at the provider. */
  | 'payment-lookup'
  /** It answers with a redirect or a document. */
  | 'navigation'
  /** A signed-in user is asked for. */
  | 'user-session'
  /** The bytes of the body are hashed with a key. */
  | 'hashed-body'
  | 'constant-time-comparison';

export interface CallerEvidence {
  readonly facts: ReadonlySet<CallerFact>;
  /** The query parameters that the handler reads. */
  readonly query: ReadonlySet<string>;
  /** What the wrappers around the handler are imported as. */
  readonly wrappers: readonly { readonly source: string; readonly name: string }[];
}

/** A cheap test that every file with a function worth following passes. */
const WORTH_LOADING =
  /signature|hmac|webhook|svix|x-git(?:hub|lab)-|secret|constructEvent|notification|plaid-|x-amz-sns|x-cloud|x-appengine|modelcontextprotocol|mcp|vercel-cron|authorization|@vercel\/queue|qstash|redirect/i;

/** Deeper than this, what is done serves the handler's own business. */
const DEEPEST = 2;

interface Visit extends PlacedFunction {
  readonly depth: number;
  /** The parameters that are given the bytes of the body. */
  readonly raw: ReadonlySet<t.Node>;
  /** The call by which a wrapper was given the handler, and its options. */
  readonly wrapping?: CallPath | undefined;
}

/** Gathers what `scope`, the wrappers around it and the functions they call do that tells who calls it. */
export function callerEvidence(scope: RequestScope, path: string, host: ModuleHost): CallerEvidence {
  const facts = new Set<CallerFact>();
  const query = new Set<string>();
  const wrapping = wrappersOf(scope.fn);
  const queue: Visit[] = [{ fn: scope.fn, path, depth: 0, raw: new Set() }];
  const seen = new Set<t.Node>([scope.fn.node]);
  const follow = (call: CallPath, from: Pick<Visit, 'path' | 'depth' | 'raw'>, wrapping?: CallPath): void => {
    const depth = from.depth + 1;
    if (depth > DEEPEST) return;
    const called = calledFunction(call, from.path, host, { text: WORTH_LOADING, further: DEEPEST - depth });
    if (!called || seen.has(called.fn.node)) return;
    seen.add(called.fn.node);
    const params = paramsOf(called.fn);
    const raw = argumentsOf(call).flatMap((argument, at) => {
      const param = params[at];
      return param && isRawBody(argument, from.raw) ? [param.node] : [];
    });
    queue.push({ ...called, depth, raw: new Set(raw), wrapping });
  };
  for (const guard of scope.kind === 'router-handler' ? routerGuards(scope.fn) : []) {
    const call = asCall(guard);
    if (call) factsOfCall(call, facts);
    else if (guard.isFunction()) queue.push({ fn: guard, path, depth: 0, raw: new Set() });
  }
  for (const call of wrapping) {
    factsOfCall(call, facts);
    if (isSessionCheck(call)) facts.add('user-session');
    follow(call, { path, depth: 0, raw: new Set() }, call);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const deeds = next.wrapping ? readDeeds(next.fn, next.wrapping) : deedsOf(next.fn);
    for (const fact of deeds.facts) facts.add(fact);
    for (const key of deeds.query) query.add(key);
    if (next.path === path && deeds.asksForUser) facts.add('user-session');
    for (const call of deeds.calls) {
      if (hashesBody(call, next.raw)) facts.add('hashed-body');
      follow(call, next);
    }
  }
  if (facts.has('hashed-body') && facts.has('constant-time-comparison')) facts.add('signature');
  const wrappers = wrapping.flatMap((call) => importedValue(calleeOf(call)) ?? []);
  return { facts, query, wrappers };
}

/** What a function does itself, whoever calls it. */
interface Deeds extends Pick<CallerEvidence, 'facts' | 'query'> {
  readonly asksForUser: boolean;
  readonly calls: readonly CallPath[];
}

const deedsByFunction = new WeakMap<t.Node, Deeds>();

function deedsOf(fn: NodePath<t.Function>): Deeds {
  const known = deedsByFunction.get(fn.node) ?? readDeeds(fn);
  deedsByFunction.set(fn.node, known);
  return known;
}

/** @param wrapping the call of `fn` that is asked about: what it only does by other options is left out. */
function readDeeds(fn: NodePath<t.Function>, wrapping?: CallPath): Deeds {
  const facts = new Set<CallerFact>();
  const query = new Set<string>();
  const calls: CallPath[] = [];
  const visit = (call: CallPath): void => {
    factsOfCall(call, facts);
    calls.push(call);
  };
  const visits = { CallExpression: visit, OptionalCallExpression: visit };
  const byOptions: VisitorByType = {
    IfStatement: (path) => {
      if (wrapping && isSwitchedOff(path.get('test') as NodePath, fn, wrapping)) path.skip();
    },
  };
  readBelow(fn, byOptions, factsOfText(facts), queryReads(query), visits);
  return { facts, query, asksForUser: calls.some(isSessionCheck), calls };
}

/** Whether a test asks for an option, `options.webhook`, that `call` of the function does not give, or gives as false. */
function isSwitchedOff(test: NodePath, fn: NodePath<t.Function>, call: CallPath): boolean {
  const member = asMember(unwrap(test));
  const binding = member?.object.isIdentifier()
    ? member.object.scope.getBinding(member.object.node.name)
    : undefined;
  const index = paramsOf(fn).findIndex((param) => targetOf(param).node === binding?.identifier);
  if (index < 0 || member?.name === undefined) return false;
  const argument = argumentsOf(call)[index];
  if (!argument) return true;
  const options = unwrap(argument);
  if (!options.isObjectExpression()) return false;
  const properties = options.get('properties');
  if (properties.some((one) => one.isSpreadElement())) return false;
  const given = properties.find((one) => one.isObjectProperty() && keyName(one.node) === member.name);
  return (
    !given?.isObjectProperty() || unwrap(given.get('value') as NodePath).isBooleanLiteral({ value: false })
  );
}

/** The calls around a handler that it is an argument of, by itself, by its name or in an object. */
function wrappersOf(fn: NodePath<t.Function>): CallPath[] {
  const named = bindingOf(fn)?.referencePaths.filter(({ listKey }) => listKey === 'arguments') ?? [];
  return [fn as NodePath, ...named].flatMap((start) => {
    const calls: CallPath[] = [];
    for (let path: NodePath | null = start; path; path = path.parentPath) {
      const call = callWith(path);
      if (call) calls.push(call);
      else if (path.isStatement() && path !== start) break;
    }
    return calls;
  });
}

const MCP_PACKAGES = /^(?:mcp-handler|@vercel\/mcp-adapter)$/;
const WEBHOOK_PACKAGES = /^svix$|webhooks?(?:$|\/)/;
/** Functions of packages, and of files that cannot be seen, that say themselves what they verify. */
const VERIFIES_WEBHOOK =
  /(?:verif|valid|construct|check|unwrap|pars)\w*webhook|webhook\w*(?:verif|valid)|^decodeNotificationPayload$/i;

function factsOfCall(call: CallPath, facts: Set<CallerFact>): void {
  const callee = unwrap(calleeOf(call));
  const member = asMember(callee);
  const imported = importedValue(callee);
  if (imported) {
    factsOfImport(imported, facts);
    if (TAKES_TOKEN.test(imported.name)) factsOfOptions(argumentsOf(call)[0], facts);
  }
  if (isMcpHandler(callee)) facts.add('agent');
  if (isCrypto(callee, 'timingSafeEqual')) facts.add('constant-time-comparison');
  const secret = passedSecret(argumentsOf(call));
  if (secret !== undefined) facts.add(secret);
  if (isImported(callee, 'next/navigation', 'redirect') || member?.name === 'redirect')
    facts.add('navigation');
  if (!member) return;
  const owner = asMember(unwrap(member.object))?.name;
  switch (member.name) {
    case 'constructEvent':
    case 'constructEventAsync':
    // Apple's signed notifications.
    case 'verifyAndDecodeNotification':
      facts.add('signature');
      break;
    case 'verify':
    case 'unmarshal':
    case 'unwrap':
    case 'receive':
      if (owner === 'webhooks' || isWebhookVerifier(member.object)) facts.add('signature');
      break;
    case 'exchangeCodeForSession':
    case 'validateAuthorizationCode':
    case 'authenticateWithCode':
      facts.add('code-exchange');
      break;
    case 'retrieve':
      if (owner === 'sessions' || owner === 'paymentIntents') facts.add('payment-lookup');
      break;
    case 'get':
    case 'header': {
      const [name] = argumentsOf(call);
      if (name && isSignatureHeader(name)) facts.add('signature');
      break;
    }
  }
}

/** Middlewares that ask for what their options say, as those of Hono. */
const TAKES_TOKEN = /^(?:bearerAuth|basicAuth)$/;

function factsOfOptions(options: NodePath | undefined, facts: Set<CallerFact>): void {
  if (!options?.isObjectExpression()) return;
  for (const property of options.get('properties')) {
    if (!property.isObjectProperty() || !/^(?:token|password)$/.test(keyName(property.node) ?? '')) continue;
    const secret = secretOf(property.get('value') as NodePath);
    if (secret !== undefined) facts.add(secret);
  }
}

function factsOfImport({ source, name }: { source: string; name: string }, facts: Set<CallerFact>): void {
  const isProject = isProjectSpecifier(source);
  if (isJobAdapter({ source, name })) facts.add('job');
  if (VERIFIES_WEBHOOK.test(name) || (!isProject && WEBHOOK_PACKAGES.test(source))) facts.add('signature');
  if (!isProject && /webhooks?$/i.test(name)) facts.add('signature');
  if (/exchange\w*code|code\w*exchange/i.test(name)) facts.add('code-exchange');
}

/** Comparisons, header reads by index or pattern, and literals. */
function factsOfText(facts: Set<CallerFact>): VisitorByType {
  const visitMember = (path: NodePath<t.MemberExpression | t.OptionalMemberExpression>): void => {
    if (path.node.computed && isSignatureHeader(path.get('property') as NodePath)) facts.add('signature');
  };
  return {
    BinaryExpression(path) {
      if (!/^[!=]==?$/.test(path.node.operator)) return;
      const secret = comparedSecret([path.get('left') as NodePath, path.get('right')]);
      if (secret !== undefined && isGuard(path)) facts.add(secret);
    },
    MemberExpression: visitMember,
    OptionalMemberExpression: visitMember,
    ObjectPattern(path) {
      const isRead = path.node.properties.some(
        (one) => one.type === 'ObjectProperty' && SIGNATURE_HEADER.test(keyName(one) ?? ''),
      );
      if (isRead) facts.add('signature');
    },
    ObjectProperty(path) {
      if (path.parentPath.isObjectExpression() && /^location$/i.test(keyName(path.node) ?? ''))
        facts.add('navigation');
    },
    NewExpression(path) {
      if (isWebhookClass(path)) facts.add('signature');
      if (isMcpTransport(path)) facts.add('agent');
    },
    StringLiteral({ node: { value } }) {
      if (SCHEDULER_MARK.test(value)) facts.add('cron-secret');
      if (QUEUE_HEADER.test(value)) facts.add('job');
      if (value === 'authorization_code') facts.add('code-exchange');
      if (value.startsWith('text/html')) facts.add('navigation');
    },
  };
}

/** What the schedulers of Vercel and Google Cloud send along. */
const SCHEDULER_MARK = /^(?:vercel-cron|x-vercel-cron$|x-cloudscheduler(?:$|-)|x-appengine-cron$)/i;
/** The same for the queues of Google Cloud. */
const QUEUE_HEADER = /^x-(?:cloudtasks|appengine)-(?:queue|task)name$/i;

/** Headers that only another server sends with its events. */
const SIGNATURE_HEADER =
  /^(?=[\w-]*-)(?:[\w-]+-)?(?:signature|sig|hmac)(?:-[\w-]+)?$|^(?:svix-id|webhook-id|x-github-event|x-gitlab-token|plaid-verification|x-amz-sns-[\w-]+|x-telegram-bot-api-secret-token)$/i;

function isSignatureHeader(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isStringLiteral()) return SIGNATURE_HEADER.test(value.node.value);
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  const declared = binding && declaredValue(binding);
  return declared?.isStringLiteral() === true && SIGNATURE_HEADER.test(declared.node.value);
}

/** A variable that holds `new Webhook(secret)`. */
function isWebhookVerifier(path: NodePath): boolean {
  const value = unwrap(path);
  if (value.isNewExpression()) return isWebhookClass(value);
  const binding = value.isIdentifier() ? value.scope.getBinding(value.node.name) : undefined;
  const declared = binding && declaredValue(binding);
  return declared !== undefined && !declared.isIdentifier() && isWebhookVerifier(declared);
}

function isWebhookClass(made: NodePath<t.NewExpression>): boolean {
  const imported = importedValue(made.get('callee') as NodePath);
  if (!imported) return false;
  return (
    WEBHOOK_PACKAGES.test(imported.source) ||
    /^Webhook(?:s|Receiver)?$/.test(imported.name) ||
    (imported.source.startsWith('@upstash/qstash') && imported.name === 'Receiver')
  );
}

/** `new StreamableHTTPServerTransport(…)` of the SDK, whichever of its kinds. */
function isMcpTransport(made: NodePath<t.NewExpression>): boolean {
  const imported = importedValue(made.get('callee') as NodePath);
  return (
    imported?.source.startsWith('@modelcontextprotocol/sdk/server/') === true &&
    imported.name.endsWith('ServerTransport')
  );
}

/** `handler(request)` of `const handler = createMcpHandler(…)`. */
function isMcpHandler(callee: NodePath): boolean {
  const made = asCall(followLocal(callee));
  const imported = made && importedValue(calleeOf(made));
  return imported?.name === 'createMcpHandler' && MCP_PACKAGES.test(imported.source);
}
