import type { ImportDeclaration, Node } from '@babel/types';
import type { Binding, NodePath } from '../../source/traverse.js';
import { isPartOf } from '../expressions.js';
import { isPackageCall, returnsOf } from './call-values.js';
import { moduleNamed } from './exported-values.js';
import { ABSENT, child, type Holder, lost, orElse, type Ref, type Trail, type Value } from './value.js';
import { memberOf, memberOfAll, staticName, valuesOf } from './values.js';

/** All values that the name `name` may have where `ref` stands. */
export function valuesOfName(trail: Trail, ref: Ref, name: string): Value[] {
  if (name === 'undefined') return [ABSENT];
  const binding = ref.path.scope.getBinding(name);
  if (binding === undefined) return [lost(ref, `\`${name}\` is not declared in ${ref.file.path}`)];
  const { file, frame } = ref;
  const holder: Holder = { file, binding, frame };
  return valuesOfBinding(trail, ref, binding).map((value) =>
    value.kind === 'node' ? { ...value, holders: [...value.holders, holder] } : value,
  );
}

function valuesOfBinding(trail: Trail, ref: Ref, binding: Binding): Value[] {
  const { file, frame } = ref;
  const declared = binding.path;
  const at: Ref = { file, path: declared, frame };
  const name = binding.identifier.name;

  if (declared.isImportSpecifier() || declared.isImportDefaultSpecifier()) {
    const module = moduleNamed(trail, file, importSource(declared.parent));
    const imported = declared.isImportSpecifier() ? declared.node.imported : undefined;
    const exportName =
      imported === undefined ? 'default' : imported.type === 'Identifier' ? imported.name : imported.value;
    return memberOf(trail, module, exportName, ref);
  }
  if (declared.isImportNamespaceSpecifier()) return [moduleNamed(trail, file, importSource(declared.parent))];
  if (binding.kind === 'param') return valuesOfParameter(trail, ref, binding);

  const values: Value[] = [];
  if (declared.isVariableDeclarator()) {
    if (declared.node.init) {
      const init = valuesOf(trail, child(at, 'init'));
      values.push(...destructure(trail, child(at, 'id'), binding, init));
    }
  } else if (declared.isFunction() || declared.isClass()) {
    values.push({ kind: 'node', ref: at, holders: [] });
  } else {
    return [lost(ref, `\`${name}\` is not a plain constant`)];
  }
  for (const violation of binding.constantViolations) {
    if (violation.isAssignmentExpression({ operator: '=' }) && violation.get('left').isIdentifier()) {
      values.push(...valuesOf(trail, child({ file, path: violation, frame }, 'right')));
    } else {
      return [lost(ref, `\`${name}\` is changed after it was declared`)];
    }
  }
  return values.length > 0 ? values : [lost(ref, `\`${name}\` has no value where it is declared`)];
}

function importSource(node: Node): string {
  return (node as ImportDeclaration).source.value; // A specifier's parent is always its import declaration.
}

function valuesOfParameter(trail: Trail, ref: Ref, binding: Binding): Value[] {
  const { file } = ref;
  const owner = binding.scope.path;
  const name = binding.identifier.name;
  if (!owner.isFunction()) return [lost(ref, `\`${name}\` is a parameter that cannot be followed`)];
  const params = owner.get('params');
  const index = params.findIndex((param) => isPartOf(binding.identifier, param.node));
  const pattern = params[index];
  if (pattern === undefined || pattern.isRestElement()) {
    return [lost(ref, `\`${name}\` is a parameter that cannot be followed`)];
  }

  let frame = ref.frame;
  while (frame !== undefined && frame.callee !== owner.node) frame = frame.parent;
  let given: Value[];
  if (frame !== undefined) given = frame.args[index] ?? [ABSENT];
  else if (index === 0) given = [{ kind: 'props', component: { file, path: owner, frame: ref.frame } }];
  else given = [lost(ref, `\`${name}\` is a parameter of ${nameOfFunction(owner)}`)];
  return destructure(trail, { file, path: pattern, frame: ref.frame }, binding, given);
}

/** What the variable declared somewhere in `pattern` holds when the pattern is given `values`. */
function destructure(trail: Trail, pattern: Ref, binding: Binding, values: Value[]): Value[] {
  const { path } = pattern;
  if (path.isAssignmentPattern()) {
    const given = orElse(values, () => valuesOf(trail, child(pattern, 'right')));
    return destructure(trail, child(pattern, 'left'), binding, given);
  }
  if (path.isObjectPattern()) {
    for (const property of path.get('properties')) {
      if (!isPartOf(binding.identifier, property.node)) continue;
      if (property.isRestElement()) return values;
      if (!property.isObjectProperty()) break;
      const name = staticName(property.node.key, property.node.computed);
      if (name === undefined) break;
      const here: Ref = { ...pattern, path: property };
      return destructure(trail, child(here, 'value'), binding, memberOfAll(trail, values, name, here));
    }
    return [lost(pattern, 'it is destructured in a way that cannot be followed')];
  }
  if (path.isArrayPattern()) {
    const index = path.node.elements.findIndex((element) => element && isPartOf(binding.identifier, element));
    const items = values.flatMap((value) => itemOf(trail, value, index, pattern));
    return destructure(trail, child(pattern, `elements.${index}`), binding, items);
  }
  return values;
}

function itemOf(trail: Trail, value: Value, index: number, at: Ref): Value[] {
  if (value.kind !== 'node') return value.kind === 'lost' ? [value] : [lost(at, 'it is taken out of a list')];
  const { ref } = value;
  if (ref.path.isArrayExpression()) {
    const element = ref.path.node.elements[index];
    if (!element) return [ABSENT];
    return element.type === 'SpreadElement'
      ? [lost(at, 'it is taken out of a list')]
      : valuesOf(trail, child(ref, `elements.${index}`));
  }
  if (index === 0 && ref.path.isCallExpression() && isPackageCall(trail, ref, 'react', 'useState')) {
    return ref.path.node.arguments.length === 0
      ? [ABSENT]
      : valuesOf(trail, child(ref, 'arguments.0')).flatMap((initial) =>
          initial.kind === 'node' && initial.ref.path.isFunction()
            ? returnsOf(trail, initial.ref, [])
            : [initial],
        );
  }
  return [lost(at, 'it is taken out of a list')];
}

/** A function as a person would call it. */
export function nameOfFunction(path: NodePath): string {
  const { node, parent } = path;
  if ('id' in node && node.id && node.id.type === 'Identifier') return `\`${node.id.name}\``;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return `\`${parent.id.name}\``;
  return 'the component';
}
