import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { followLocal } from './exports.js';
import {
  argumentsOf,
  asCall,
  asMember,
  assignedValues,
  type CallPath,
  calledBackBy,
  calledName,
  calleeOf,
  initOf,
  keyName,
  memberCalled,
  returnedBy,
  unwrap,
} from './expressions.js';
import { type Collection, collectionAt, lastingCollection } from './lasting-collections.js';
import { rootOf } from './made-once.js';
import type { ModuleHost } from './module-host.js';
import type { SessionOrigin } from './session-origin.js';
import { SESSION_KEYS } from './signal-methods.js';
import { isWithin } from './within-steps.js';

/** What is put into a collection from which a Signal call takes its event. */
export interface Queued {
  /** Whether the event itself is in there, so that it may hold its ids already. */
  readonly isWhole: boolean;
  readonly added: readonly NodePath[];
}

/**
 * The collection that outlives the request and that `call` takes its event, or the one whom it is about, out of: what
 * others have put there is theirs, whoever comes by to send it. Undefined where there is none.
 */
export function queuedFor(
  call: CallPath,
  owner: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): Queued | undefined {
  const [argument] = argumentsOf(call);
  const payload = argument && unwrap(argument);
  if (!payload) return undefined;
  if (!payload.isObjectExpression()) return takenOutOf(payload, true, owner, file, host);
  const properties = payload.get('properties');
  const own = properties.find((one) => one.isObjectProperty() && keyName(one.node) === 'distinctId');
  // What is spread beside an id need not be the event.
  const spread = properties.flatMap((one) => (one.isSpreadElement() ? [one.get('argument')] : []));
  const parts = [...spread, ...(own ? [own.get('value') as NodePath] : [])];
  for (const part of parts) {
    const queued = takenOutOf(part, own === undefined, owner, file, host);
    if (queued) return queued;
  }
  return undefined;
}

/** Whether one of the ids that a call in `owner` gives a helper is taken out of a collection that outlives the request. */
export function isAnyQueued(
  ids: readonly NodePath[],
  owner: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): boolean {
  return ids.some((id) => takenOutOf(id, false, owner, file, host) !== undefined);
}

/** Whether an argument of `call` is an event of such a collection that all who put one there have given their ids. */
export function givesQueuedIds(
  call: CallPath,
  owner: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
  origin: SessionOrigin,
): boolean {
  return argumentsOf(call).some((argument) => {
    const queued = takenOutOf(argument, true, owner, file, host);
    return queued !== undefined && isQueuedWithIds(queued, origin);
  });
}

/** Whether all that is queued has the ids of the one who did. */
export function isQueuedWithIds({ isWhole, added }: Queued, origin: SessionOrigin): boolean {
  return (
    isWhole &&
    added.length > 0 &&
    added.every((event) => SESSION_KEYS.every((key) => origin.isSession(event, key)))
  );
}

/** A value on the way to where it is taken from. */
interface Source {
  readonly value: NodePath;
  /** What has become of the collection's entry: it is only looked at, or taken out, by which nobody else comes by it. */
  readonly entry: 'none' | 'seen' | 'taken';
}

function takenOutOf(
  value: NodePath,
  isWhole: boolean,
  owner: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
): Queued | undefined {
  let found: Collection | undefined;
  const isQueue = (place: NodePath, entry: Source['entry']): boolean => {
    const collection = entry === 'none' ? undefined : collectionAt(place, owner);
    if (!collection) return false;
    const isTaken = entry === 'taken' || collection.isEmptied;
    // Who is looked up in a list of all, or only looked at, is no event that waits there.
    if (!isTaken && !(isWhole && collection.added.length > 0)) return false;
    if (!lastingCollection(collection, file, host)) return false;
    found = collection;
    return true;
  };
  isWithin<Source>(
    { value, entry: 'none' },
    12,
    ({ value: { node }, entry }) => `${node.start}-${node.end} ${entry}`,
    ({ value: one, entry }) => isQueue(unwrap(one), entry) || sourcesOf(unwrap(one), entry),
  );
  return found && { isWhole, added: found.added };
}

/** Methods that take entries out of a collection. */
const TAKES = /^(?:shift|pop|splice)$/;
/** Methods that give an entry, or a collection of the same entries. */
const SHOWS = /^(?:get|at|values|entries|slice|concat|filter|reverse|sort|toSorted|toReversed|flat|next)$/;
/** Methods that call back with each entry. */
const CALLS_BACK = /^(?:forEach|map|flatMap|filter|some|every|reduce)$/;

function sourcesOf(value: NodePath, entry: Source['entry']): Source[] {
  const from = (one: NodePath, next: Source['entry'] = entry): Source => ({ value: one, entry: next });
  const seen = entry === 'taken' ? 'taken' : 'seen';
  if (value.isAwaitExpression()) return [from(value.get('argument'))];
  if (value.isLogicalExpression()) return [from(value.get('left')), from(value.get('right'))];
  if (value.isConditionalExpression()) return [from(value.get('consequent')), from(value.get('alternate'))];
  if (value.isArrayExpression())
    return value
      .get('elements')
      .flatMap((one) => (one.isSpreadElement() ? [from(one.get('argument'), seen)] : []));
  if (value.isTemplateLiteral()) return value.get('expressions').map((one) => from(one as NodePath));
  if (value.isIdentifier()) return sourcesOfVariable(value, entry, seen);
  const member = asMember(value);
  if (member) return [from(member.object, member.name === undefined ? seen : entry)];
  const call = asCall(value);
  if (!call) return [];
  const callee = memberCalled(call);
  const name = calledName(call) ?? '';
  if (callee && TAKES.test(name)) return [from(callee.object, 'taken')];
  if (callee && SHOWS.test(name)) return [from(callee.object, seen)];
  const taker = callee ? undefined : followLocal(calleeOf(call));
  if (taker?.isFunction()) return returnedBy(taker).map((one) => from(one));
  const [first] = argumentsOf(call);
  if (first && name === 'String') return [from(first)];
  // `Array.from(queue)`, `Object.values(queue)`, `structuredClone(queue)`
  return first && /^(?:from|values|entries|structuredClone)$/.test(name) ? [from(first, seen)] : [];
}

/** Whether what goes through the entries of a collection deletes them from it as it does: they wait for nobody else. */
function isDrained(list: NodePath, loop: NodePath): boolean {
  const listed = rootOf(list);
  const binding = listed?.scope.getBinding(listed.node.name);
  let drained = false;
  readBelow(loop, {
    CallExpression: (path) => {
      const member = memberCalled(path as CallPath);
      const root = member?.name === 'delete' ? rootOf(member.object) : undefined;
      drained ||=
        root !== undefined && binding !== undefined && root.scope.getBinding(root.node.name) === binding;
    },
  });
  return drained;
}

function sourcesOfVariable(
  { node, scope }: NodePath<t.Identifier>,
  entry: Source['entry'],
  seen: Source['entry'],
): Source[] {
  const binding = scope.getBinding(node.name);
  if (!binding) return [];
  if (binding.kind === 'param') {
    const each = calledBackBy(binding, CALLS_BACK);
    return each ? [{ value: each, entry: isDrained(each, binding.scope.path) ? 'taken' : seen }] : [];
  }
  const declarator = binding.path;
  if (!declarator.isVariableDeclarator()) return [];
  const loop = declarator.parentPath.parentPath;
  if (loop?.isForOfStatement() && declarator.parentPath.key === 'left') {
    const list = loop.get('right');
    return [{ value: list, entry: isDrained(list, loop) ? 'taken' : seen }];
  }
  const init = initOf(binding);
  const isOfArray = declarator.get('id').isArrayPattern();
  return [...(init ? [init] : []), ...assignedValues(binding)].map((value) => ({
    value,
    entry: isOfArray ? seen : entry,
  }));
}
