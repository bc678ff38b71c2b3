import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { annotationOf } from '../expressions.js';
import type { TypeScope, Value } from './value.js';
import type { Values } from './values.js';

/** What is known by its type to hold values of another: a map, a list, a store. */
export type Holder = Extract<Value, { kind: 'holder' }>;
type CollectionMethod = Extract<Value, { kind: 'collection-method' }>;

/** What holds values of its last type argument. */
const HOLDERS: Readonly<Record<string, Holder['shape']>> = {
  Map: 'map',
  ReadonlyMap: 'map',
  WeakMap: 'map',
  AsyncLocalStorage: 'map',
  WeakRef: 'map',
  Set: 'list',
  ReadonlySet: 'list',
  Array: 'list',
  ReadonlyArray: 'list',
  Iterable: 'list',
  IterableIterator: 'list',
  Record: 'record',
};

/** What methods of maps and lists give: one of the values, all of them, or each with its key. */
const GIVES: Readonly<Record<string, 'held' | 'values' | 'entries'>> = {
  get: 'held',
  getStore: 'held',
  deref: 'held',
  at: 'held',
  find: 'held',
  findLast: 'held',
  pop: 'held',
  shift: 'held',
  values: 'values',
  filter: 'values',
  slice: 'values',
  concat: 'values',
  reverse: 'values',
  toReversed: 'values',
  sort: 'values',
  toSorted: 'values',
  entries: 'entries',
};

/** Which parameter of the callback of a method is given each of the values. */
const HANDS: Readonly<Record<string, number>> = {
  forEach: 0,
  map: 0,
  flatMap: 0,
  filter: 0,
  find: 0,
  findLast: 0,
  some: 0,
  every: 0,
  reduce: 1,
  reduceRight: 1,
};

/** `Map<string, SignalServer>` and the like, by the name of the type or class and what it is given. */
export function holderOf(name: string, params: readonly t.TSType[], scope: TypeScope): Holder | undefined {
  const held = params.at(-1);
  const shape = Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : undefined;
  return held && shape ? { kind: 'holder', shape, held, scope } : undefined;
}

/** What the member `name` of something that holds values may be: a value, or a method that gives or hands them on. */
export function collectionMember(of: Value, name: string, values: Values): readonly Value[] {
  if (of.kind === 'holder' && of.shape === 'record') return heldBy(of, values);
  if (/^\d+$/.test(name)) return heldBy(of, values);
  return Object.hasOwn(GIVES, name) || Object.hasOwn(HANDS, name)
    ? [{ kind: 'collection-method', name, of }]
    : [];
}

/** What a call of such a method gives. */
export function collectionResult({ name, of }: CollectionMethod, values: Values): readonly Value[] {
  switch (Object.hasOwn(GIVES, name) ? GIVES[name] : undefined) {
    case 'held':
      return heldBy(of, values);
    case 'values':
      return [{ kind: 'sequence', of, gives: 'values' }];
    case 'entries':
      return [{ kind: 'sequence', of, gives: 'entries' }];
    case undefined:
      return [];
  }
}

/** What the callback of such a method is given as its parameter `index`: `clients.forEach((client) => …)`. */
export function handedByCollection(
  { name, of }: CollectionMethod,
  index: number,
  values: Values,
): readonly Value[] {
  return HANDS[name] === index ? heldBy(of, values) : [];
}

/** What `for (const … of collection)` and `...collection` go through: the values; of a map its entries. */
export function iterated(collection: Value, values: Values): readonly Value[] {
  const entry: readonly Value[] =
    collection.kind === 'holder' && collection.shape === 'map' ? [{ kind: 'entry', of: collection }] : [];
  return [...heldBy(collection, values), ...entry];
}

/** What is read by a key that is not known: `clients[region]`. */
export function readByKey(collection: Value, values: Values): readonly Value[] {
  return collection.kind === 'holder' && collection.shape === 'map' ? [] : heldBy(collection, values);
}

/** What is held. Of an object that holds other things as well, nothing is known. */
export function heldBy(collection: Value, values: Values): readonly Value[] {
  switch (collection.kind) {
    case 'holder':
      return values.ofType(collection.held, collection.scope);
    case 'sequence':
      return collection.gives === 'entries'
        ? [{ kind: 'entry', of: collection.of }]
        : heldBy(collection.of, values);
    case 'members':
      return collection.members.flatMap((member): readonly Value[] => {
        const type = member.type === 'TSIndexSignature' ? annotationOf(member) : undefined;
        return type ? values.ofType(type, collection.scope) : [];
      });
    case 'node':
      return heldByLiteral(collection.path, collection.file, values);
    default:
      return [];
  }
}

function heldByLiteral(path: NodePath, file: string, values: Values): readonly Value[] {
  if (path.isArrayExpression()) {
    return (path.get('elements') as NodePath[]).flatMap((element): readonly Value[] =>
      element.isSpreadElement()
        ? values.of(element.get('argument'), file).flatMap((list) => iterated(list, values))
        : element.node
          ? values.of(element, file)
          : [],
    );
  }
  if (!path.isObjectExpression()) return [];
  const held = path
    .get('properties')
    .map((property) =>
      property.isObjectProperty() ? values.of(property.get('value') as NodePath, file) : [],
    );
  return held.every((one) => one.some(({ kind }) => kind === 'client')) ? held.flat() : [];
}
