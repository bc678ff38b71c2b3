import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../../source/crawl.js';
import { asMember, unwrap } from '../expressions.js';
import { globalDeclaration } from './declared-globals.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

interface Slot {
  readonly object: NodePath;
  readonly value: NodePath;
}

const slotsByProgram = new WeakMap<t.Node, ReadonlyMap<string, readonly Slot[]>>();

/**
 * What is assigned to the member `name` of `object` in its file: `globalForSignal.signal = signal`,
 * `Analytics.instance ??= new Analytics()`, `services.signal = getSignal()`.
 */
export function assignedMembers(
  object: NodePath,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  if (!object.isIdentifier()) return [];
  const binding = object.scope.getBinding(object.node.name);
  const isGlobal = isGlobalObject(object, file, values);
  const slots = slotsOf(object.scope.getProgramParent().path as NodePath<t.Program>).get(name) ?? [];
  const assigned = slots.flatMap((slot): readonly Value[] => {
    const holder = slot.object;
    if (!holder.isIdentifier()) return [];
    const isSame =
      (binding && holder.scope.getBinding(holder.node.name) === binding) ||
      (isGlobal && isGlobalObject(holder, file, values));
    return isSame ? values.of(slot.value, file) : [];
  });
  return isGlobal ? [...assigned, ...globalDeclaration(name, object, file, values)] : assigned;
}

function isGlobalObject(path: NodePath, file: string, values: Values): boolean {
  return values.of(path, file).some(({ kind }) => kind === 'global');
}

/** Every `object.name = value` of a file, by name. */
function slotsOf(program: NodePath<t.Program>): ReadonlyMap<string, readonly Slot[]> {
  const known = slotsByProgram.get(program.node);
  if (known) return known;
  const slots = new Map<string, Slot[]>();
  readBelow(program, {
    AssignmentExpression: (assignment) => {
      const left = asMember(unwrap(assignment.get('left') as NodePath));
      if (left?.name === undefined) return;
      const slot = { object: unwrap(left.object), value: assignment.get('right') };
      slots.set(left.name, [...(slots.get(left.name) ?? []), slot]);
    },
  });
  slotsByProgram.set(program.node, slots);
  return slots;
}
