import type { Binding, NodePath } from '@babel/traverse';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calledName,
  calleeOf,
  callsOf,
  callWith,
  enclosingFunctions,
  keyName,
  memberCalled,
  memberChain,
  parameterPosition,
  partsAround,
  referencesIn,
  unwrap,
} from './expressions.js';
import { isHeldForAll, isKeptForAll, isMadeOnce, isPutAside, rootOf } from './made-once.js';

/** What registers a function that is called for each event from then on. */
const LISTENS =
  /^(?:on(?:[A-Z]\w*)?|once|addListener|prependListener|addEventListener|subscribe|pSubscribe|psubscribe|sSubscribe)$/;
/** Of the clients of message brokers, whoever holds them: consumers live as long as the process. */
const CONSUMES = /^(?:consume|basicConsume)$/;
/** The callbacks of kafkajs, in the options of `run`. */
const CONSUMER_OPTIONS = /^each(?:Message|Batch)$/;
/** What calls a function back while its caller waits, or for the one who called. */
const AT_ONCE =
  /^(?:map|forEach|filter|flatMap|some|every|find|findIndex|reduce|sort|then|catch|finally|\$?(?:with)?transaction|after|waitUntil|setTimeout|setImmediate|queueMicrotask|nextTick)$/i;

/**
 * Whether what stands at `path` is registered on something that lives on after the request, and so is called for other
 * visitors too: a listener of a module-level emitter or client, a consumer of a queue, an interval that nobody clears, or
 * a callback of what is made for the first request and kept for all, or is kept itself.
 */
export function isSharedListener(path: NodePath): boolean {
  if (isHeldForAll(path) || isHandlerProperty(path)) return true;
  for (const part of partsAround(path)) {
    const { listKey, key, parentPath: holder } = part;
    if (!holder) continue;
    if (holder.isObjectProperty() && key === 'value' && isConsumerOption(holder)) return true;
    if (listKey !== 'arguments') continue;
    const call = asCall(holder);
    if (call) return takesListener(call) || (isMaker(call, part) && isKeptForAll(call));
    return holder.isNewExpression() && isKeptForAll(holder);
  }
  return false;
}

/**
 * Whether what a call gives may call `argument` back later. What is awaited, or is put straight into a list of what is
 * going on, may well be done with it by then: `pending.add(sent.then(() => …))`.
 */
function isMaker(call: CallPath, argument: NodePath): boolean {
  if (call.parentPath.isAwaitExpression()) return argument.isObjectExpression();
  return !(callWith(call) && AT_ONCE.test(calledName(call) ?? ''));
}

/** `worker.onmessage = (message) => …` */
function isHandlerProperty(fn: NodePath): boolean {
  const holder = fn.parentPath;
  if (!holder?.isAssignmentExpression() || fn.key !== 'right') return false;
  const member = asMember(unwrap(holder.get('left') as NodePath));
  const object = member && /^on[a-z]/i.test(member.name ?? '') ? unwrap(member.object) : undefined;
  // What a call gives may be the request's own: `storage.getStore().onDone = …`
  return object !== undefined && memberChain(object)?.root.isIdentifier() === true && isShared(object, [fn]);
}

function isConsumerOption(property: NodePath): boolean {
  return property.node.type === 'ObjectProperty' && CONSUMER_OPTIONS.test(keyName(property.node) ?? '');
}

function takesListener(call: CallPath): boolean {
  const callee = unwrap(calleeOf(call));
  if (callee.isIdentifier({ name: 'setInterval' })) return !isCleared(call);
  const name = calledName(call);
  if (name === undefined || AT_ONCE.test(name)) return false;
  return isListenerMethod(call, name) || isMadeOnce(call);
}

function isListenerMethod(call: CallPath, name: string): boolean {
  const object = memberCalled(call)?.object;
  if (!object) return false;
  return (
    CONSUMES.test(name) ||
    (LISTENS.test(name) && isShared(object, argumentsOf(call))) ||
    isSetUp(call, object)
  );
}

/**
 * Whether an object is there for all requests: it, or what it is had from, is a variable of a module or `process`; or it
 * is a local one that is kept for them, and tells its listener whom an event is about.
 */
function isShared(object: NodePath, listeners: readonly NodePath[], seen = new Set<Binding>()): boolean {
  const root = rootOf(object);
  if (!root) return false;
  const binding = root.scope.getBinding(root.node.name);
  if (!binding) return root.node.name === 'process';
  if (binding.scope.path.isProgram()) return true;
  if (seen.has(binding) || !listeners.some(takesArguments)) return false;
  seen.add(binding);
  if (isPutAside(root)) return true;
  const fn = binding.scope.path;
  const position = fn.isFunction() ? parameterPosition(binding, fn) : undefined;
  if (!fn.isFunction() || position === undefined) return false;
  const then = callWith(fn);
  if (then) return memberCalled(then)?.name === 'then' && isKeptForAll(then);
  return callsOf(fn).some((call) => {
    const given = argumentsOf(call)[position];
    return given !== undefined && isShared(given, listeners, seen);
  });
}

function takesArguments(listener: NodePath): boolean {
  const fn = followLocal(listener);
  return fn.isFunction() ? fn.node.params.length > 0 : fn.isIdentifier() || asMember(fn) !== undefined;
}

/** `createBot((bot) => { bot.command('start', callback) })` at module level: the function around is called to set something up. */
function isSetUp(call: CallPath, object: NodePath): boolean {
  const root = unwrap(object);
  const binding = root.isIdentifier() ? root.scope.getBinding(root.node.name) : undefined;
  const fn = binding?.kind === 'param' ? binding.scope.path : undefined;
  const [first] = argumentsOf(call);
  return (
    fn?.isFunction() === true &&
    fn.listKey === 'arguments' &&
    fn.getFunctionParent() === null &&
    fn.node.params[0] === binding?.identifier &&
    first?.isStringLiteral() === true
  );
}

/** Whether the function around an interval ends it again. */
function isCleared(call: CallPath): boolean {
  const around = enclosingFunctions(call).at(-1);
  return around !== undefined && referencesIn(around).some(({ node }) => node.name === 'clearInterval');
}
