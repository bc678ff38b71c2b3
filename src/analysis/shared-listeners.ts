import type { NodePath } from '@babel/traverse';
import {
  argumentsOf,
  asCall,
  type CallPath,
  calledName,
  calleeOf,
  enclosingFunctions,
  keyName,
  memberCalled,
  partsAround,
  referencesIn,
  unwrap,
} from './expressions.js';
import { isKeptForAll, isMadeOnce, rootOf } from './made-once.js';

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
 * a callback of what is made for the first request and kept for all.
 */
export function isSharedListener(path: NodePath): boolean {
  for (const { listKey, key, parentPath: holder } of partsAround(path)) {
    if (!holder) continue;
    if (holder.isObjectProperty() && key === 'value' && isConsumerOption(holder)) return true;
    if (listKey !== 'arguments') continue;
    const call = asCall(holder);
    return call
      ? takesListener(call) || isKeptForAll(call)
      : holder.isNewExpression() && isKeptForAll(holder);
  }
  return false;
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
  return CONSUMES.test(name) || (LISTENS.test(name) && isShared(object)) || isSetUp(call, object);
}

/** Whether an object is there for all requests: it, or what it is had from, is a variable of a module or `process`. */
function isShared(object: NodePath): boolean {
  const root = rootOf(object);
  if (!root) return false;
  const binding = root.scope.getBinding(root.node.name);
  return binding ? binding.scope.path.isProgram() : root.node.name === 'process';
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
