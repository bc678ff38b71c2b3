import type { Node } from '@babel/types';
import type { Span } from '../../rules/finding.js';
import type { SourceFile } from '../../source/parse.js';
import type { Binding, NodePath } from '../../source/traverse.js';
import { spanOf } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';

/** A place in the project that stands for a value: an expression, a function, a class, a JSX name or attribute. */
export interface Ref {
  readonly file: SourceFile;
  readonly path: NodePath;
  /** The call through which the enclosing function was entered, when that is known. */
  readonly frame: Frame | undefined;
}

/** One entered function: what its parameters stand for. */
export interface Frame {
  readonly callee: Node;
  readonly args: readonly Value[][];
  readonly parent: Frame | undefined;
}

/** A variable that held the value on its way; its other references may change the value. */
export interface Holder {
  readonly file: SourceFile;
  readonly binding: Binding;
  readonly frame: Frame | undefined;
}

/** What an expression may evaluate to, as far as the project's own source tells. */
export type Value =
  | { readonly kind: 'node'; readonly ref: Ref; readonly holders: readonly Holder[] }
  /** An export of a package; `*` is its namespace. */
  | { readonly kind: 'package'; readonly module: string; readonly name: string }
  | { readonly kind: 'namespace'; readonly path: string }
  /** The props object of a component, whose uses are still to be looked up. */
  | { readonly kind: 'props'; readonly component: Ref }
  /** `undefined`, `null`, an argument or a property that is not there. */
  | { readonly kind: 'absent' }
  | ({ readonly kind: 'lost'; readonly path: string; readonly why: string } & Span);

/** A JSX element or `createElement` call that renders something. */
export interface Usage {
  readonly file: SourceFile;
  readonly path: NodePath;
  /** The reference to what is rendered. */
  readonly component: NodePath;
}

/** What following values needs to know; one per run of the analysis. */
export interface Trail {
  readonly host: ModuleHost;
  /** Specifiers that are packages whatever they resolve to. */
  readonly packages: ReadonlySet<string>;
  /** Every place that renders the component. */
  usagesOf(component: Ref): readonly Usage[];
  /** Steps left for the question at hand, so that huge code ends in `lost` instead of hanging. */
  steps: number;
  /** Steps that wait for each other, so that cyclic code ends in `lost` before the stack does. */
  depth: number;
}

export const ABSENT: Value = { kind: 'absent' };

export function lost(ref: Ref, why: string): Value {
  return { kind: 'lost', path: ref.file.path, ...spanOf(ref.path.node), why };
}

/** The path below `ref` at `key`, which the caller knows to hold one node. */
export function child(ref: Ref, key: string): Ref {
  const path = ref.path.get(key);
  const single = Array.isArray(path) ? path[0] : path;
  if (single === undefined) throw new TypeError(`${ref.path.type} has no ${key}`);
  return { ...ref, path: single };
}

/** Each value once; a value that several variables hold keeps them all. */
export function distinct(values: readonly Value[]): Value[] {
  const kept: Value[] = [];
  for (const value of values) {
    const at = kept.findIndex((other) => isSame(value, other));
    const known = kept[at];
    if (known === undefined) kept.push(value);
    else if (known.kind === 'node' && value.kind === 'node') {
      const added = value.holders.filter((holder) =>
        known.holders.every(({ binding }) => binding !== holder.binding),
      );
      if (added.length > 0) kept[at] = { ...known, holders: [...known.holders, ...added] };
    }
  }
  return kept;
}

function isSame(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'node':
      return b.kind === 'node' && a.ref.path.node === b.ref.path.node && a.ref.frame === b.ref.frame;
    case 'package':
      return b.kind === 'package' && a.module === b.module && a.name === b.name;
    case 'namespace':
      return b.kind === 'namespace' && a.path === b.path;
    case 'props':
      return b.kind === 'props' && a.component.path.node === b.component.path.node;
    case 'absent':
      return b.kind === 'absent';
    case 'lost':
      return b.kind === 'lost' && a.path === b.path && a.start === b.start && a.why === b.why;
  }
}

/** `values` with `fallback` in the place of an absent one. */
export function orElse(values: Value[], fallback: () => Value[]): Value[] {
  if (!values.some((value) => value.kind === 'absent')) return values;
  return [...values.filter((value) => value.kind !== 'absent'), ...fallback()];
}

/** The source of `ref` on one line, cut where it gets long. */
export function excerpt(ref: Ref): string {
  const { start, end } = spanOf(ref.path.node);
  const line = ref.file.text.slice(start, end).replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
