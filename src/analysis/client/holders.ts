import type * as t from '@babel/types';
import type { TypeScope, Value } from './value.js';
import type { Values } from './values.js';

/** What is known by its type to hold values of another: a map, a set, a store. */
export type Holder = Extract<Value, { kind: 'holder' }>;
type HolderMethod = Extract<Value, { kind: 'holder-method' }>;

/** What holds values of its last type argument. */
const HOLDERS = /^(?:Map|ReadonlyMap|WeakMap|Set|ReadonlySet|AsyncLocalStorage|WeakRef)$/;

const GIVES: Readonly<Record<string, HolderMethod['gives']>> = {
  get: 'held',
  getStore: 'held',
  deref: 'held',
  values: 'all',
  forEach: 'each',
};

/** `Map<string, SignalServer>` and the like, by the name of the type or class and what it is given. */
export function holderOf(name: string, params: readonly t.TSType[], scope: TypeScope): Holder | undefined {
  const held = params.at(-1);
  return held && HOLDERS.test(name) ? { kind: 'holder', held, scope } : undefined;
}

export function holderMember({ held, scope }: Holder, name: string): readonly Value[] {
  const gives = Object.hasOwn(GIVES, name) ? GIVES[name] : undefined;
  return gives ? [{ kind: 'holder-method', gives, held, scope }] : [];
}

/** What a call of a holder's method gives. */
export function holderResult({ gives, held, scope }: HolderMethod, values: Values): readonly Value[] {
  switch (gives) {
    case 'held':
      return values.ofType(held, scope);
    case 'all':
      return [{ kind: 'holder', held, scope }];
    case 'each':
      return [];
  }
}

/** What the callback of a holder's method is given first: `clients.forEach((client) => …)`. */
export function handedByHolder(method: HolderMethod, values: Values): readonly Value[] {
  return method.gives === 'each' ? values.ofType(method.held, method.scope) : [];
}
