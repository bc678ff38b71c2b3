import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';

/** Where a type stands: its names are looked up from `at`, in the file `file`; its parameters have been given `given`. */
export interface TypeScope {
  readonly at: NodePath;
  readonly file: string;
  readonly given?: TypeArguments | undefined;
}

/** What a generic type was given, by the names of its parameters; `depth` counts the generic types around it. */
export interface TypeArguments {
  readonly byName: ReadonlyMap<string, readonly Value[]>;
  readonly depth: number;
}

/** What an expression may be, as far as it can lead to a Signal client. */
export type Value =
  | { readonly kind: 'client' }
  /** A session method that was taken off its client. */
  | { readonly kind: 'method'; readonly name: string; readonly bound: boolean }
  /** What the SDK makes clients with. */
  | { readonly kind: 'constructor' }
  /** A function, class, object or array of the project, looked into when it is called or read. */
  | { readonly kind: 'node'; readonly path: NodePath; readonly file: string }
  | { readonly kind: 'instance'; readonly of: NodePath<t.Class>; readonly file: string }
  | { readonly kind: 'namespace'; readonly source: string; readonly from: string }
  /** An object that is known by its type only. */
  | { readonly kind: 'members'; readonly members: readonly t.TSTypeElement[]; readonly scope: TypeScope }
  /** A function that is known by its type only. */
  | { readonly kind: 'signature'; readonly type: Signature; readonly scope: TypeScope }
  /** What is known by its type only to hold values of another: `Map<string, SignalServer>`. */
  | {
      readonly kind: 'holder';
      /** How the values are had: by methods and as entries, by methods and one after the other, or by any key. */
      readonly shape: 'map' | 'list' | 'record';
      readonly held: t.TSType;
      readonly scope: TypeScope;
    }
  /** A method of what holds values, by which it gives them or hands them to a callback. */
  | { readonly kind: 'collection-method'; readonly name: string; readonly of: Value }
  /** The values of what holds them, one after the other; or its entries. */
  | { readonly kind: 'sequence'; readonly of: Value; readonly gives: 'values' | 'entries' }
  /** A key and a value of what holds values. */
  | { readonly kind: 'entry'; readonly of: Value }
  /** `globalThis` */
  | { readonly kind: 'global' }
  /** A parameter that nothing in sight gives a value to. */
  | { readonly kind: 'argument' }
  /** The context object that the project's procedures and actions are given. */
  | { readonly kind: 'context' };

export type Signature = t.TSFunctionType | t.TSMethodSignature;

export const CLIENT: Value = { kind: 'client' };

/** Each value once. */
export function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const kept: Value[] = [];
  for (const value of values) if (!kept.some((other) => isSame(value, other))) kept.push(value);
  return kept;
}

function isSame(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'client':
    case 'constructor':
    case 'global':
    case 'argument':
    case 'context':
      return b.kind === a.kind;
    case 'method':
      return b.kind === 'method' && a.name === b.name && a.bound === b.bound;
    case 'node':
      return b.kind === 'node' && a.path.node === b.path.node;
    case 'instance':
      return b.kind === 'instance' && a.of.node === b.of.node;
    case 'namespace':
      return b.kind === 'namespace' && a.source === b.source && a.from === b.from;
    case 'members':
      return b.kind === 'members' && a.members === b.members && a.scope.given === b.scope.given;
    case 'holder':
      return b.kind === 'holder' && a.held === b.held && a.scope.given === b.scope.given;
    case 'collection-method':
      return b.kind === 'collection-method' && a.name === b.name && isSame(a.of, b.of);
    case 'sequence':
      return b.kind === 'sequence' && a.gives === b.gives && isSame(a.of, b.of);
    case 'entry':
      return b.kind === 'entry' && isSame(a.of, b.of);
    case 'signature':
      return b.kind === 'signature' && a.type === b.type && a.scope.given === b.scope.given;
  }
}
