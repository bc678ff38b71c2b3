import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import {
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  enclosingFunctions,
  keyName,
  partsAround,
  referencesIn,
  unwrap,
} from './expressions.js';

/** What registers a function that is called for each event from then on. */
const LISTENS =
  /^(?:on|once|addListener|prependListener|addEventListener|subscribe|pSubscribe|psubscribe|sSubscribe)$/;
/** Of the clients of message brokers, whoever holds them: consumers live as long as the process. */
const CONSUMES = /^(?:consume|basicConsume)$/;
/** The callbacks of kafkajs, in the options of `run`. */
const CONSUMER_OPTIONS = /^each(?:Message|Batch)$/;

/**
 * Whether what stands at `path` is registered on something that lives on after the request, and so is called for other
 * visitors too: a listener of a module-level emitter or client, a consumer of a queue, or an interval that nobody clears.
 */
export function isSharedListener(path: NodePath): boolean {
  for (const { listKey, key, parentPath: holder } of partsAround(path)) {
    if (!holder) continue;
    if (holder.isObjectProperty() && key === 'value' && isConsumerOption(holder)) return true;
    const call = listKey === 'arguments' ? asCall(holder) : undefined;
    if (call) return takesListener(call);
  }
  return false;
}

function isConsumerOption(property: NodePath): boolean {
  return property.node.type === 'ObjectProperty' && CONSUMER_OPTIONS.test(keyName(property.node) ?? '');
}

function takesListener(call: CallPath): boolean {
  const callee = unwrap(calleeOf(call));
  if (callee.isIdentifier({ name: 'setInterval' })) return !isCleared(call);
  const member = asMember(callee);
  if (member?.name === undefined) return false;
  if (CONSUMES.test(member.name)) return true;
  return LISTENS.test(member.name) && (isShared(member.object) || runsOnce(call));
}

/** Whether an object is there for all requests: it, or what it is read off, is a variable of a module or `process`. */
function isShared(object: NodePath): boolean {
  let root = unwrap(object);
  for (let member = asMember(root); member; member = asMember(root)) root = unwrap(member.object);
  if (!root.isIdentifier()) return false;
  const binding = root.scope.getBinding(root.node.name);
  return binding ? binding.scope.path.isProgram() : root.node.name === 'process';
}

/** Whether the function around an interval ends it again. */
function isCleared(call: CallPath): boolean {
  const around = enclosingFunctions(call).at(-1);
  return around !== undefined && referencesIn(around).some(({ node }) => node.name === 'clearInterval');
}

/** Whether the function around a call does its work for the first request alone: it asks a variable of the module that it sets. */
function runsOnce(call: CallPath): boolean {
  const around = enclosingFunctions(call).at(-1);
  if (!around) return false;
  const asked = new Set<Binding>();
  const set = new Set<Binding>();
  readBelow(around, {
    IfStatement: (statement) => {
      for (const { node, scope } of referencesIn(statement.get('test') as NodePath))
        addVariable(asked, scope.getBinding(node.name));
    },
    AssignmentExpression: ({ node, scope }) => {
      const { left } = node as t.AssignmentExpression;
      if (left.type === 'Identifier') addVariable(set, scope.getBinding(left.name));
    },
  });
  return [...set].some((variable) => asked.has(variable));
}

function addVariable(variables: Set<Binding>, binding: Binding | undefined): void {
  if (binding?.scope.path.isProgram()) variables.add(binding);
}
