import type { ImportDeclaration, Node, Program } from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import type { Binding, NodePath } from '../../source/traverse.js';
import { type ModuleExport, moduleExports } from '../exports.js';
import { programOf } from '../program.js';
import {
  ABSENT,
  child,
  distinct,
  excerpt,
  type Frame,
  type Holder,
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
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
    case 'ParenthesizedExpression':
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

/** What the module at `path` exports under `name`, re-exports followed. */
export function exportOf(
  trail: Trail,
  path: string,
  name: string,
  at: Ref,
  seen: Set<string> = new Set(),
): Value[] {
  const key = `${path}\n${name}`;
  if (seen.has(key)) return [];
  seen.add(key);
  const file = trail.host.load(path);
  if (file === undefined) return [lost(at, `${path} cannot be read`)];

  const stars: string[] = [];
  for (const exported of exportsOf(file)) {
    if (exported.kind === 'all') stars.push(exported.source);
    else if (exported.name === name) {
      if (exported.kind === 'from') {
        return memberOf(trail, moduleNamed(trail, file, exported.source), exported.imported, at, seen);
      }
      const ref: Ref = { file, path: exported.value, frame: undefined };
      const declared = exported.value.parent;
      // Read through the variable, whose other uses may add to the value.
      if (declared?.type === 'VariableDeclarator' && declared.id.type === 'Identifier') {
        return valuesOfName(trail, ref, declared.id.name);
      }
      return valuesOf(trail, ref);
    }
  }
  return exportOfStars(trail, file, stars, name, at, seen);
}

/** `export *` in the order written; a package is asked last, because what it exports cannot be seen. */
function exportOfStars(
  trail: Trail,
  file: SourceFile,
  stars: readonly string[],
  name: string,
  at: Ref,
  seen: Set<string>,
): Value[] {
  const packages: Value[] = [];
  for (const star of name === 'default' ? [] : stars) {
    const module = moduleNamed(trail, file, star);
    if (module.kind === 'package') {
      packages.push({ ...module, name });
      continue;
    }
    if (module.kind !== 'namespace') continue;
    const found = exportOf(trail, module.path, name, at, seen).filter((value) => value.kind !== 'lost');
    if (found.length > 0) return found;
  }
  const known = packages.find((value) => value.kind === 'package' && trail.packages.has(value.module));
  const first = known ?? packages[0];
  return [first ?? lost(at, `${file.path} has no export named ${name}`)];
}

/** The names `file` exports; `*` stands for `export * from`. */
export function exportedNames(file: SourceFile): string[] {
  return exportsOf(file).map((exported) => (exported.kind === 'all' ? '*' : exported.name));
}

function exportsOf(file: SourceFile): ModuleExport[] {
  const program = scopedProgram(file);
  return program === undefined ? [] : moduleExports(program);
}

/** The program with its scopes; undefined where the scope crawl meets a duplicate declaration that parses. */
export function scopedProgram(file: SourceFile): NodePath<Program> | undefined {
  try {
    return programOf(file);
  } catch {
    return undefined;
  }
}

/** The property name a key or a member access stands for, unless it is computed from something else. */
export function staticName(key: Node, computed: boolean): string | undefined {
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'Identifier' && !computed) return key.name;
  return undefined;
}

function memberOf(trail: Trail, value: Value, name: string, at: Ref, seen?: Set<string>): Value[] {
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

function memberOfNode(trail: Trail, ref: Ref, name: string, at: Ref): Value[] {
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

function valuesOfName(trail: Trail, ref: Ref, name: string): Value[] {
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
  const index = params.findIndex((param) => contains(param.node, binding.identifier));
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
      if (!contains(property.node, binding.identifier)) continue;
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
    const index = path.node.elements.findIndex((element) => element && contains(element, binding.identifier));
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

function isPackageCall(trail: Trail, ref: Ref, module: string, name: string): boolean {
  return valuesOf(trail, child(ref, 'callee')).some(
    (value) => value.kind === 'package' && value.module === module && value.name === name,
  );
}

/** `Object.freeze` and its like give back their argument. */
const TRANSPARENT_GLOBALS = new Set([
  'Object.freeze',
  'Object.seal',
  'Object.preventExtensions',
  'structuredClone',
]);
/** The same among the exports of packages: wrappers that render or call what they were given. */
const TRANSPARENT_EXPORTS = new Set(['react.memo', 'react.forwardRef', 'react.cache']);
const LOADERS = new Set(['react.lazy', 'next/dynamic.default']);

function valuesOfCall(trail: Trail, ref: Ref): Value[] {
  const { path } = ref;
  const node = path.node;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return [lost(ref, 'no call')];
  const first = node.arguments[0];
  if (node.callee.type === 'Import') return [moduleValue(trail, ref, first)];

  const global = globalName(ref, node.callee);
  if (global === 'require') return [moduleValue(trail, ref, first)];
  if (global !== undefined && TRANSPARENT_GLOBALS.has(global) && first)
    return valuesOf(trail, child(ref, 'arguments.0'));
  if (global !== undefined) return [{ kind: 'node', ref, holders: [] }];

  if (
    node.callee.type === 'MemberExpression' &&
    staticName(node.callee.property, false) === 'then' &&
    first
  ) {
    const awaited = valuesOf(trail, child(child(ref, 'callee'), 'object'));
    const callbacks = valuesOf(trail, child(ref, 'arguments.0'));
    return callbacks.flatMap((callback) =>
      callback.kind === 'node' && callback.ref.path.isFunction()
        ? returnsOf(trail, callback.ref, [awaited])
        : [lost(ref, `\`${excerpt(ref)}\` cannot be read`)],
    );
  }

  return valuesOf(trail, child(ref, 'callee')).flatMap((callee) => resultOf(trail, ref, callee));
}

/** What the call `ref` gives when `callee` is what it calls. */
function resultOf(trail: Trail, ref: Ref, callee: Value): Value[] {
  switch (callee.kind) {
    case 'package':
      return resultOfPackage(trail, ref, `${callee.module}.${callee.name}`);
    case 'node':
      if (!callee.ref.path.isFunction()) return [lost(ref, `\`${excerpt(ref)}\` cannot be followed`)];
      return returnsOf(trail, callee.ref, argumentsOf(trail, ref));
    case 'lost':
      return [callee];
    case 'absent':
    case 'namespace':
    case 'props':
      return [lost(ref, `\`${excerpt(ref)}\` cannot be followed`)];
  }
}

function resultOfPackage(trail: Trail, ref: Ref, called: string): Value[] {
  const { node } = ref.path;
  const given = 'arguments' in node && Array.isArray(node.arguments) && node.arguments.length > 0;
  if (given && called === 'react.useMemo') return valuesOfThunk(trail, ref);
  if (given && TRANSPARENT_EXPORTS.has(called)) return valuesOf(trail, child(ref, 'arguments.0'));
  if (given && LOADERS.has(called)) return loadedComponent(trail, ref);
  return [{ kind: 'node', ref, holders: [] }];
}

/** `useMemo(() => …)`: what its function returns. */
function valuesOfThunk(trail: Trail, ref: Ref): Value[] {
  return valuesOf(trail, child(ref, 'arguments.0')).flatMap((value) =>
    value.kind === 'node' && value.ref.path.isFunction()
      ? returnsOf(trail, value.ref, [])
      : [lost(ref, `\`${excerpt(ref)}\` cannot be read`)],
  );
}

/** `dynamic(() => import('./x'))`: the module's default export, or what `.then` picked. */
function loadedComponent(trail: Trail, ref: Ref): Value[] {
  return valuesOfThunk(trail, ref).flatMap((value) => {
    if (value.kind === 'namespace') return exportOf(trail, value.path, 'default', ref);
    if (value.kind === 'package' && value.name === '*') return [{ ...value, name: 'default' }];
    if (value.kind === 'node' && value.ref.path.isObjectExpression()) {
      return memberOfNode(trail, value.ref, 'default', ref);
    }
    return [value];
  });
}

function argumentsOf(trail: Trail, ref: Ref): Value[][] {
  const node = ref.path.node;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return [];
  const spread = node.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  return node.arguments.map((_, index) =>
    spread !== -1 && index >= spread
      ? [lost(ref, `\`${excerpt(ref)}\` spreads its arguments`)]
      : valuesOf(trail, child(ref, `arguments.${index}`)),
  );
}

/** Everything a function may return, with its parameters bound to `args`. */
function returnsOf(trail: Trail, callee: Ref, args: readonly Value[][]): Value[] {
  const { file, path } = callee;
  if (!path.isFunction() || path.node.generator) return [lost(callee, 'it comes out of a generator')];
  const frame: Frame = { callee: path.node, args, parent: callee.frame };
  const body = path.get('body');
  const only = Array.isArray(body) ? undefined : body;
  if (only === undefined) return [lost(callee, 'the function has no body')];
  if (!only.isBlockStatement()) return valuesOf(trail, { file, path: only, frame });

  const returned = returnStatementsOf(only).flatMap((statement) =>
    valuesOf(trail, child({ file, path: statement, frame }, 'argument')),
  );
  return returned.length > 0 ? returned : [ABSENT];
}

const returnStatements = new WeakMap<Node, NodePath[]>();

/** The `return` statements with a value in a function's body, those of functions inside it left out. */
function returnStatementsOf(body: NodePath): NodePath[] {
  const known = returnStatements.get(body.node);
  if (known !== undefined) return known;
  const found: NodePath[] = [];
  body.traverse({
    Function(inner) {
      inner.skip();
    },
    ReturnStatement(statement) {
      if (statement.node.argument) found.push(statement);
    },
  });
  returnStatements.set(body.node, found);
  return found;
}

/** `Object.freeze`, `require`, …: a name that no scope of the file declares. */
function globalName(ref: Ref, callee: Node): string | undefined {
  const free = (node: Node): string | undefined =>
    node.type === 'Identifier' && !ref.path.scope.hasBinding(node.name, { noGlobals: true })
      ? node.name
      : undefined;
  if (callee.type !== 'MemberExpression') return free(callee);
  const object = free(callee.object);
  const property = staticName(callee.property, callee.computed);
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

function moduleValue(trail: Trail, ref: Ref, source: Node | undefined): Value {
  if (source?.type === 'StringLiteral') return moduleNamed(trail, ref.file, source.value);
  return lost(ref, 'the module it is imported from is computed');
}

function moduleNamed(trail: Trail, file: SourceFile, specifier: string): Value {
  const found = trail.packages.has(specifier) ? undefined : trail.host.resolve(specifier, file.path);
  return found === undefined
    ? { kind: 'package', module: specifier, name: '*' }
    : { kind: 'namespace', path: found };
}

function contains(outer: Node, inner: Node): boolean {
  return (outer.start ?? 0) <= (inner.start ?? 0) && (inner.end ?? 0) <= (outer.end ?? 0);
}

function nameOfFunction(path: NodePath): string {
  const { node, parent } = path;
  if ('id' in node && node.id && node.id.type === 'Identifier') return `\`${node.id.name}\``;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return `\`${parent.id.name}\``;
  return 'the component';
}
