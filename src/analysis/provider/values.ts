import type { Node } from '@babel/types';
import { isWrapper } from '../../source/wrappers.js';
import { nameOfFunction, valuesOfName } from './binding-values.js';
import { valuesOfCall } from './call-values.js';
import { exportOf, moduleValue } from './exported-values.js';
import {
  ABSENT,
  child,
  distinct,
  excerpt,
  lost,
  orElse,
  type Ref,
  type Trail,
  type Usage,
  type Value,
} from './value.js';

const DEEPEST = 60;
/** More possible values than anybody writes down for one thing. */
const MOST_VALUES = 30;

/** All values `ref` may have. Never empty. */
export function valuesOf(trail: Trail, ref: Ref): Value[] {
  trail.steps -= 1;
  if (trail.steps < 0 || trail.depth >= DEEPEST) return [lost(ref, 'it is passed on through too many steps')];
  trail.depth += 1;
  const values = distinct(valuesOfNode(trail, ref));
  trail.depth -= 1;
  return values.length > MOST_VALUES ? [lost(ref, 'it has too many possible values')] : values;
}

function valuesOfNode(trail: Trail, ref: Ref): Value[] {
  const { path } = ref;
  const node = path.node;
  if (isWrapper(node)) return valuesOf(trail, child(ref, 'expression'));
  switch (node.type) {
    case 'TypeCastExpression':
    case 'JSXExpressionContainer':
      return valuesOf(trail, child(ref, 'expression'));
    case 'AwaitExpression':
      return valuesOf(trail, child(ref, 'argument'));
    case 'SequenceExpression':
      return valuesOf(trail, child(ref, `expressions.${node.expressions.length - 1}`));
    case 'ConditionalExpression':
      return [...valuesOf(trail, child(ref, 'consequent')), ...valuesOf(trail, child(ref, 'alternate'))];
    case 'LogicalExpression': {
      const right = valuesOf(trail, child(ref, 'right'));
      if (node.operator === '&&') return [...right, ABSENT];
      return orElse(valuesOf(trail, child(ref, 'left')), () => right);
    }
    case 'NullLiteral':
      return [ABSENT];
    case 'Identifier':
    case 'JSXIdentifier':
      return valuesOfName(trail, ref, node.name);
    case 'JSXMemberExpression':
      return memberOfAll(trail, valuesOf(trail, child(ref, 'object')), node.property.name, ref);
    case 'MemberExpression':
    case 'OptionalMemberExpression': {
      const name = staticName(node.property, node.computed);
      if (name === undefined) return [lost(ref, 'the property it is read from is computed')];
      return memberOfAll(trail, valuesOf(trail, child(ref, 'object')), name, ref);
    }
    case 'CallExpression':
    case 'OptionalCallExpression':
      return valuesOfCall(trail, ref);
    case 'ImportExpression':
      return [moduleValue(trail, ref, node.source)];
    default:
      return [{ kind: 'node', ref, holders: [] }];
  }
}

/** What the property `name` of `values` may be; `at` is where it is read. */
export function memberOfAll(trail: Trail, values: readonly Value[], name: string, at: Ref): Value[] {
  return values.flatMap((value) => memberOf(trail, value, name, at));
}

/** What the prop `name` of a rendered element may be, spread attributes included; the last one wins. */
export function propOf(trail: Trail, usage: Usage, name: string): Value[] {
  const { file, path } = usage;
  const at: Ref = { file, path, frame: undefined };
  if (path.isCallExpression()) {
    if (path.node.arguments.length < 2) return [ABSENT];
    return memberOfAll(trail, valuesOf(trail, child(at, 'arguments.1')), name, at);
  }
  if (!path.isJSXElement()) return [lost(at, 'it is not an element')];
  const maybe: Value[] = [];
  for (const attribute of path.get('openingElement').get('attributes').reverse()) {
    const ref: Ref = { ...at, path: attribute };
    if (attribute.isJSXAttribute()) {
      if (attribute.node.name.name !== name) continue;
      const given = attribute.node.value;
      const values: Value[] = given
        ? valuesOf(trail, child(ref, 'value'))
        : [{ kind: 'node', ref, holders: [] }];
      return [...maybe, ...values];
    }
    const spread = memberOfAll(trail, valuesOf(trail, child(ref, 'argument')), name, ref);
    if (!spread.some((value) => value.kind === 'absent')) return [...maybe, ...spread];
    maybe.push(...spread.filter((value) => value.kind !== 'absent'));
  }
  return maybe.length > 0 ? maybe : [ABSENT];
}

/** The property name a key or a member access stands for, unless it is computed from something else. */
export function staticName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'Identifier' && !computed) return key.name;
  return undefined;
}

/** What the property `name` of one value may be; `seen` ends cycles of re-exports. */
export function memberOf(trail: Trail, value: Value, name: string, at: Ref, seen?: Set<string>): Value[] {
  switch (value.kind) {
    case 'absent':
    case 'lost':
      return [value];
    case 'package':
      // React's default export is its namespace.
      if (value.name === '*' || (value.module === 'react' && value.name === 'default')) {
        return [{ ...value, name }];
      }
      return [lost(at, `it comes from the package ${value.module}`)];
    case 'namespace':
      return name === '*' ? [value] : exportOf(trail, value.path, name, at, seen);
    case 'props': {
      const usages = trail.usagesOf(value.component);
      if (usages.length === 0) {
        return [lost(at, `no use of ${nameOfFunction(value.component.path)} was found that passes ${name}`)];
      }
      return usages.flatMap((usage) => propOf(trail, usage, name));
    }
    case 'node':
      return memberOfNode(trail, value.ref, name, at);
  }
}

/** The same for a value that is an expression of the project. */
export function memberOfNode(trail: Trail, ref: Ref, name: string, at: Ref): Value[] {
  const { path } = ref;
  if (path.isObjectExpression()) {
    const maybe: Value[] = [];
    for (const property of path.get('properties').reverse()) {
      const here: Ref = { ...ref, path: property };
      if (property.isSpreadElement()) {
        const spread = memberOfAll(trail, valuesOf(trail, child(here, 'argument')), name, here);
        if (!spread.some((value) => value.kind === 'absent')) return [...maybe, ...spread];
        maybe.push(...spread.filter((value) => value.kind !== 'absent'));
      } else if (
        (property.isObjectProperty() || property.isObjectMethod()) &&
        staticName(property.node.key, property.node.computed) === name
      ) {
        const found: Value[] = property.isObjectProperty()
          ? valuesOf(trail, child(here, 'value'))
          : [{ kind: 'node', ref: here, holders: [] }];
        return [...maybe, ...found];
      }
    }
    return maybe.length > 0 ? maybe : [ABSENT];
  }
  if (path.isClass()) {
    for (const member of path.get('body').get('body')) {
      if (!member.isClassProperty() || !member.node.static || !member.node.value) continue;
      if (staticName(member.node.key, member.node.computed ?? false) !== name) continue;
      return valuesOf(trail, child({ ...ref, path: member }, 'value'));
    }
  }
  if (path.isLiteral()) return [ABSENT];
  return [lost(at, `\`${excerpt(ref)}\` is not an object literal`)];
}
