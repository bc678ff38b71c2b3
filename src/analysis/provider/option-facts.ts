import type * as t from '@babel/types';
import type { Span } from '../../rules/finding.js';
import { keyName, literalText, spanOf } from '../expressions.js';
import { child, excerpt, type Holder, type Ref, type Trail, type Value } from './value.js';
import { valuesOf } from './values.js';

/** A place in a file. */
export interface Spot extends Span {
  readonly path: string;
}

/** An object literal that takes the option, as its last property or before a spread that may bring its own. */
export interface InsertTarget extends Spot {
  /** Offset of the first spread whose content is unknown; ours goes before it, so that it stays a default. */
  readonly before: number | undefined;
}

/** An entry of a list given to the option, where it is written. */
export interface ListedText extends Spot {
  /** Undefined where only the run tells. */
  readonly text: string | undefined;
}

/** How the option is off: `false` and the like, a list of nothing, or a text, which is no list. */
export type OffBy = 'switch' | 'empty-list' | 'text';

/** What one possible value of `options` says about the option that is asked for; `listed` is what its lists hold. */
export type OptionFact =
  | { readonly kind: 'enabled'; readonly listed: readonly ListedText[] }
  | ({ readonly kind: 'disabled'; readonly by: OffBy } & Spot)
  | ({ readonly kind: 'dynamic'; readonly listed: readonly ListedText[] } & Spot)
  /** Not set; `target` is undefined where there is no literal to set it in (`undefined`, `null`). */
  | { readonly kind: 'absent'; readonly target: InsertTarget | undefined }
  | ({ readonly kind: 'lost'; readonly why: string } & Spot);

/** The option that is asked for, by its name, and what following values needs. */
export interface Question {
  readonly trail: Trail;
  readonly option: string;
}

/** One fact per possible value; `at` is where they are used, for the values that have no place of their own. */
export function optionFacts(question: Question, at: Ref, values: readonly Value[]): OptionFact[] {
  return values.flatMap((value) => factsOfValue(question, at, value));
}

function factsOfValue(question: Question, at: Ref, value: Value): OptionFact[] {
  switch (value.kind) {
    case 'node':
      return assignedFacts(question, value.holders) ?? factsOfNode(question, value.ref);
    case 'absent':
      return [{ kind: 'absent', target: undefined }];
    case 'lost':
      return [value];
    case 'package':
      return [lostAt(at, `it comes from the package ${value.module}`)];
    case 'namespace':
      return [lostAt(at, `it is the whole module ${value.path}`)];
    case 'props':
      return [lostAt(at, 'it is everything a component is given')];
  }
}

function lostAt(ref: Ref, why: string): OptionFact {
  return { kind: 'lost', path: ref.file.path, ...spanOf(ref.path.node), why };
}

function spotOf(ref: Ref): Spot {
  return { path: ref.file.path, ...spanOf(ref.path.node) };
}

function factsOfNode(question: Question, ref: Ref): OptionFact[] {
  const { path } = ref;
  if (path.isObjectExpression()) {
    const layers = path.get('properties').map((property): Layer => {
      const here: Ref = { ...ref, path: property };
      if (property.isSpreadElement())
        return { kind: 'spread', ref: child(here, 'argument'), start: spanOf(property.node).start };
      const sets =
        (property.isObjectProperty() || property.isObjectMethod()) &&
        keyName(property.node) === question.option;
      if (!sets) return { kind: 'other' };
      return property.isObjectProperty()
        ? { kind: 'value', ref: child(here, 'value') }
        : { kind: 'value', ref: here };
    });
    return factsOfLayers(question, layers, { ...spotOf(ref), before: undefined });
  }
  if (path.isCallExpression() && isObjectAssign(ref)) {
    const layers = path.node.arguments.map((_, index): Layer => {
      const argument = child(ref, `arguments.${index}`);
      return { kind: 'spread', ref: argument, start: undefined };
    });
    const last = path.get('arguments').findLast((argument) => argument.isObjectExpression());
    const target = last === undefined ? undefined : { ...spotOf({ ...ref, path: last }), before: undefined };
    return factsOfLayers(question, layers, target);
  }
  if (path.isBooleanLiteral() || path.isNumericLiteral() || path.isStringLiteral()) {
    return [{ kind: 'absent', target: undefined }];
  }
  return [lostAt(ref, `\`${excerpt(ref)}\` is not an object literal`)];
}

/** One part of an object, in the order in which the parts are written over each other. */
type Layer =
  | { readonly kind: 'value'; readonly ref: Ref }
  | { readonly kind: 'spread'; readonly ref: Ref; readonly start: number | undefined }
  | { readonly kind: 'other' };

/** The last writer decides; a spread that cannot be followed hides neither what is before it nor what is not. */
function factsOfLayers(
  question: Question,
  layers: readonly Layer[],
  target: InsertTarget | undefined,
): OptionFact[] {
  let before: number | undefined;
  let unknown: OptionFact | undefined;
  for (const layer of layers.toReversed()) {
    switch (layer.kind) {
      case 'other':
        break;
      case 'value':
        return [factOfOption(question.trail, layer.ref)];
      case 'spread': {
        const facts = optionFacts(question, layer.ref, valuesOf(question.trail, layer.ref));
        const settled = settle(facts, layer.ref);
        if (settled !== undefined && settled.kind !== 'lost') return [settled];
        if (settled?.kind === 'lost') {
          before = layer.start;
          unknown = settled;
        }
        break;
      }
    }
  }
  if (target === undefined || (unknown !== undefined && before === undefined)) {
    return [unknown ?? { kind: 'absent', target }];
  }
  return [{ kind: 'absent', target: { ...target, before } }];
}

/** What a spread contributes as a whole; undefined when it never sets the option. */
function settle(facts: readonly OptionFact[], spread: Ref): OptionFact | undefined {
  const writers = facts.filter((fact) => fact.kind !== 'absent');
  const [first] = writers;
  if (first === undefined) return undefined;
  const listed = writers.flatMap(listedIn);
  const agreed = writers.length === facts.length && writers.every((fact) => fact.kind === first.kind);
  if (agreed) return 'listed' in first ? { ...first, listed } : first;
  // Some values set it and some do not: the person decides it at run time.
  if (writers.some((fact) => fact.kind !== 'lost')) return { kind: 'dynamic', listed, ...spotOf(spread) };
  return first;
}

/** What the value given to the option amounts to. */
function factOfOption(trail: Trail, ref: Ref): OptionFact {
  const spot = spotOf(ref);
  const values = valuesOf(trail, ref);
  const listed = values.flatMap((value) =>
    isList(value) ? textsIn(trail, value) : [{ text: undefined, ...spot }],
  );
  const verdicts = new Set(values.map(verdictOf));
  const [only] = verdicts;
  if (verdicts.size !== 1 || only === undefined || only === 'dynamic')
    return { kind: 'dynamic', listed, ...spot };
  return only === 'on' ? { kind: 'enabled', listed } : { kind: 'disabled', by: only, ...spot };
}

/** The entries that a fact's lists hold. */
export function listedIn(fact: OptionFact): readonly ListedText[] {
  return 'listed' in fact ? fact.listed : [];
}

/** The entries of an array literal, and of those that are spread into it. */
function textsIn(trail: Trail, value: Value): ListedText[] {
  const array = value.kind === 'node' ? value.ref.path.node : undefined;
  if (value.kind !== 'node' || array?.type !== 'ArrayExpression') return [];
  const { ref } = value;
  return array.elements.flatMap((element, index): ListedText[] => {
    if (element === null) return [];
    const at = child(ref, `elements.${index}`);
    if (element.type !== 'SpreadElement')
      return [...valuesOf(trail, at), ...fallbackOf(trail, at)].map(
        (one) => textOf(one) ?? { text: undefined, ...spotOf(at) },
      );
    return valuesOf(trail, child(at, 'argument')).flatMap((one) =>
      isList(one) ? textsIn(trail, one) : [{ text: undefined, ...spotOf(at) }],
    );
  });
}

/** What stands in for a value that cannot be followed: `process.env.HOST ?? 'localhost'`. */
function fallbackOf(trail: Trail, ref: Ref): readonly Value[] {
  const { node } = ref.path;
  const isFallback = node.type === 'LogicalExpression' && node.operator !== '&&';
  return isFallback && valuesOf(trail, child(ref, 'left')).some(({ kind }) => kind === 'lost')
    ? valuesOf(trail, child(ref, 'right'))
    : [];
}

function isList(value: Value): boolean {
  return value.kind === 'node' && value.ref.path.isArrayExpression();
}

function textOf(value: Value): ListedText | undefined {
  if (value.kind !== 'node') return undefined;
  const { node } = value.ref.path;
  const text = literalText(node) ?? (node.type === 'TemplateLiteral' ? addressIn(node) : undefined);
  return text === undefined ? undefined : { text, ...spotOf(value.ref) };
}

/** Of a template with expressions no more is known than that it begins like an address. */
function addressIn({ quasis }: t.TemplateLiteral): string | undefined {
  const parts = quasis.map(({ value }) => value.raw);
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(parts[0] ?? '') ? parts.join('\u2026') : undefined;
}

function verdictOf(value: Value): 'on' | 'dynamic' | OffBy {
  if (value.kind === 'absent') return 'switch';
  if (value.kind !== 'node') return 'dynamic';
  const { node } = value.ref.path;
  switch (node.type) {
    case 'BooleanLiteral':
      return node.value ? 'on' : 'switch';
    case 'NumericLiteral':
      return node.value === 0 ? 'switch' : 'dynamic';
    case 'StringLiteral':
      return 'text';
    case 'ArrayExpression':
      return node.elements.length > 0 ? 'on' : 'empty-list';
    case 'JSXAttribute':
      return 'on';
    case 'UnaryExpression':
      if (node.operator === 'void') return 'switch';
      if (node.operator !== '!' || node.argument.type !== 'NumericLiteral') return 'dynamic';
      return node.argument.value === 0 ? 'on' : 'switch';
    default:
      return 'dynamic';
  }
}

/** `options.<name> = …` and `Object.assign(options, …)` after the declaration: the last one counts. */
function assignedFacts(question: Question, holders: readonly Holder[]): OptionFact[] | undefined {
  for (const { file, binding, frame } of holders) {
    for (const reference of binding.referencePaths.toReversed()) {
      const parent = reference.parentPath;
      if (parent === null) continue;
      const parentRef: Ref = { file, path: parent, frame };
      if (
        parent.isMemberExpression() &&
        reference.key === 'object' &&
        keyNameOfMember(parentRef) === question.option
      ) {
        const assignment = parent.parentPath;
        if (assignment?.isAssignmentExpression() && parent.key === 'left') {
          return [factOfOption(question.trail, child({ file, path: assignment, frame }, 'right'))];
        }
      }
      if (parent.isCallExpression() && reference.key === 0 && isObjectAssign(parentRef)) {
        const layers = parent.node.arguments.slice(1).map((_, index): Layer => {
          return { kind: 'spread', ref: child(parentRef, `arguments.${index + 1}`), start: undefined };
        });
        const facts = factsOfLayers(question, layers, undefined);
        if (facts.some((fact) => fact.kind !== 'absent' && fact.kind !== 'lost')) return facts;
      }
    }
  }
  return undefined;
}

function keyNameOfMember({ path }: Ref): string | undefined {
  if (!path.isMemberExpression()) return undefined;
  const { property, computed } = path.node;
  if (property.type === 'StringLiteral') return property.value;
  return property.type === 'Identifier' && !computed ? property.name : undefined;
}

function isObjectAssign({ path }: Ref): boolean {
  if (!path.isCallExpression()) return false;
  const callee = path.get('callee');
  return callee.matchesPattern('Object.assign') && !path.scope.hasBinding('Object', { noGlobals: true });
}
