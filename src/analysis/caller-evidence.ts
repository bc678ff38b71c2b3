import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { isJobAdapter } from './background-jobs.js';
import { calledFunction, type PlacedFunction } from './called-functions.js';
import {
  argumentsOf,
  asCall,
  asMember,
  bindingOf,
  type CallPath,
  calleeOf,
  declaredValue,
  importedFrom,
  importedValue,
  isImported,
  keyName,
  unwrap,
} from './expressions.js';
import type { RequestScope } from './model.js';
import type { ModuleHost } from './module-host.js';
import { queryReads } from './query-reads.js';
import { type ComparedSecret, comparedSecret } from './secret-comparisons.js';
import { isSessionCheck } from './user-sessions.js';

/** What a handler does that tells who calls it. */
export type CallerFact =
  /** A signature over the body is verified, or read from the headers. */
  | 'signature'
  | ComparedSecret
  /** The handler is given to a queue's or workflow's adapter. */
  | 'job'
  /** An OAuth code is exchanged for a token. */
  | 'code-exchange'
  /** A payment is looked up at the provider. */
  | 'payment-lookup'
  /** It answers with a redirect or a document. */
  | 'navigation'
  /** A signed-in user is asked for. */
  | 'user-session'
  | 'hmac'
  | 'constant-time-comparison'
  | 'raw-body'
  | 'parsed-body';

export interface CallerEvidence {
  readonly facts: ReadonlySet<CallerFact>;
  /** The query parameters that the handler reads. */
  readonly query: ReadonlySet<string>;
  /** What the wrappers around the handler are imported as. */
  readonly wrappers: readonly { readonly source: string; readonly name: string }[];
}

/** A cheap test that every file with a function worth following passes. */
const WORTH_LOADING = /signature|hmac|webhook|svix|secret|constructEvent|vercel-cron|authorization/i;

/** More functions than this are not what a person would read to tell who calls a handler. */
const MOST_FUNCTIONS = 25;

/** Gathers what `scope`, the wrappers around it and the functions they call do that tells who calls it. */
export function callerEvidence(scope: RequestScope, path: string, host: ModuleHost): CallerEvidence {
  const facts = new Set<CallerFact>();
  const wrapping = wrappersOf(scope.fn);
  const queue: PlacedFunction[] = [{ fn: scope.fn, path }];
  const seen = new Set<t.Node>([scope.fn.node]);
  const follow = (call: CallPath, from: string): void => {
    const called = calledFunction(call, from, host, (text) => WORTH_LOADING.test(text));
    if (!called || seen.has(called.fn.node) || seen.size >= MOST_FUNCTIONS) return;
    seen.add(called.fn.node);
    queue.push(called);
  };
  for (const call of wrapping) {
    factsOfCall(call, facts, true);
    follow(call, path);
  }
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { fn, path: from } = next;
    const visit = (call: CallPath): void => {
      factsOfCall(call, facts, from === path);
      follow(call, from);
    };
    factsOfText(fn, facts);
    fn.traverse({ CallExpression: visit, OptionalCallExpression: visit });
  }
  // A signature that the browser was given is checked over parts of a parsed body; a webhook's over the bytes.
  const isSigned =
    facts.has('hmac') &&
    facts.has('constant-time-comparison') &&
    facts.has('raw-body') &&
    !facts.has('parsed-body');
  if (isSigned) facts.add('signature');
  const wrappers = wrapping.flatMap((call) => importedValue(calleeOf(call)) ?? []);
  return { facts, query: queryReads(scope.fn), wrappers };
}

/** The calls around a handler that it is an argument of, by itself, by its name or in an object. */
function wrappersOf(fn: NodePath<t.Function>): CallPath[] {
  const named = bindingOf(fn)?.referencePaths.filter(({ listKey }) => listKey === 'arguments') ?? [];
  return [fn as NodePath, ...named].flatMap((start) => {
    const calls: CallPath[] = [];
    for (let path: NodePath | null = start; path; path = path.parentPath) {
      const call = path.listKey === 'arguments' && path.parentPath ? asCall(path.parentPath) : undefined;
      if (call) calls.push(call);
      else if (path.isStatement() && path !== start) break;
    }
    return calls;
  });
}

const WEBHOOK_PACKAGES = /^svix$|webhooks?(?:$|\/)/;
/** Functions of packages, and of files that cannot be seen, that say themselves what they verify. */
const VERIFIES_WEBHOOK = /(?:verif|valid|construct|check|unwrap|pars)\w*webhook|webhook\w*(?:verif|valid)/i;

function factsOfCall(call: CallPath, facts: Set<CallerFact>, inOwnFile: boolean): void {
  const callee = unwrap(calleeOf(call));
  const member = asMember(callee);
  const imported = importedValue(callee);
  if (imported) factsOfImport(imported, facts);
  if (inOwnFile && isSessionCheck(call)) facts.add('user-session');
  if (isCrypto(callee, 'createHmac')) facts.add('hmac');
  if (isCrypto(callee, 'timingSafeEqual')) {
    facts.add('constant-time-comparison');
    const secret = comparedSecret(argumentsOf(call));
    if (secret !== undefined) facts.add(secret);
  }
  if (isImported(callee, 'next/navigation', 'redirect') || member?.name === 'redirect')
    facts.add('navigation');
  if (!member) return;
  const owner = asMember(unwrap(member.object))?.name;
  switch (member.name) {
    case 'constructEvent':
    case 'constructEventAsync':
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
    case 'text':
    case 'arrayBuffer':
      facts.add('raw-body');
      break;
    case 'json':
      // `Response.json(…)` takes an argument; reading the body takes none.
      if (argumentsOf(call).length === 0) facts.add('parsed-body');
      break;
    case 'get': {
      const [name] = argumentsOf(call);
      if (name && isSignatureHeader(name)) facts.add('signature');
      break;
    }
  }
}

function factsOfImport({ source, name }: { source: string; name: string }, facts: Set<CallerFact>): void {
  const isProject = /^[.~#]|^@\//.test(source);
  if (isJobAdapter({ source, name })) facts.add('job');
  if (VERIFIES_WEBHOOK.test(name) || (!isProject && WEBHOOK_PACKAGES.test(source))) facts.add('signature');
  if (!isProject && /webhooks?$/i.test(name)) facts.add('signature');
  if (/exchange\w*code|code\w*exchange/i.test(name)) facts.add('code-exchange');
  if (source === 'raw-body' || (source === 'micro' && name === 'buffer')) facts.add('raw-body');
}

/** Comparisons, header reads by index or pattern, and literals. */
function factsOfText(fn: NodePath<t.Function>, facts: Set<CallerFact>): void {
  const visitMember = (path: NodePath<t.MemberExpression | t.OptionalMemberExpression>): void => {
    if (path.node.computed && isSignatureHeader(path.get('property') as NodePath)) facts.add('signature');
  };
  fn.traverse({
    BinaryExpression(path) {
      if (!/^[!=]==?$/.test(path.node.operator)) return;
      const secret = comparedSecret([path.get('left') as NodePath, path.get('right')]);
      if (secret !== undefined) facts.add(secret);
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
    },
    StringLiteral({ node: { value } }) {
      if (value.startsWith('vercel-cron') || value === 'x-vercel-cron') facts.add('cron-secret');
      if (value === 'authorization_code') facts.add('code-exchange');
      if (value.startsWith('text/html')) facts.add('navigation');
    },
    ForOfStatement(path) {
      if (path.node.await) facts.add('raw-body');
    },
  });
}

/** Headers that only another server sends with its events. */
const SIGNATURE_HEADER =
  /^(?=[\w-]*-)(?:[\w-]+-)?(?:signature|sig|hmac)(?:-[\w-]+)?$|^(?:svix-id|webhook-id|x-github-event|x-gitlab-token|x-telegram-bot-api-secret-token)$/i;

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

function isCrypto(callee: NodePath, name: string): boolean {
  const member = asMember(callee);
  const named = importedValue(callee);
  if (named) return isCryptoModule(named.source) && named.name === name;
  const owner = member && unwrap(member.object);
  const binding = owner?.isIdentifier() ? owner.scope.getBinding(owner.node.name) : undefined;
  const imported = binding && importedFrom(binding);
  return member?.name === name && imported !== undefined && isCryptoModule(imported.source);
}

function isCryptoModule(source: string): boolean {
  return source === 'crypto' || source === 'node:crypto';
}
