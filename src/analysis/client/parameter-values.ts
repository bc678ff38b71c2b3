import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import {
  annotationOf,
  argumentsOf,
  asCall,
  asMember,
  type CallPath,
  calleeOf,
  callTo,
  callWith,
  unwrap,
} from '../expressions.js';
import { constructionsOf, usesOf } from '../function-uses.js';
import { handedByCollection } from './collections.js';
import { alongRoute, routeTo } from './pattern-route.js';
import type { Value } from './value.js';
import type { Values } from './values.js';

const CONTEXT_NAMES: ReadonlySet<string> = new Set(['ctx', 'context']);

/** Whether a parameter or key of that name is by convention the context of a procedure, an action or a resolver. */
export function isContextName(name: string): boolean {
  return CONTEXT_NAMES.has(name);
}

/**
 * What a parameter may be: by its type, its default, the type that its function is declared with, the calls of its
 * function in the same file, or what the function that calls it back hands over.
 */
export function parameterValues(binding: Binding, file: string, values: Values): readonly Value[] {
  const fn = binding.scope.path;
  if (!fn.isFunction()) return [];
  for (const [index, param] of parametersOf(fn).entries()) {
    const route = routeTo(param, binding.identifier);
    if (route) return alongRoute(baseValues(fn, index, param, file, values), route, file, values);
  }
  return [];
}

/** The same for `constructor(private readonly signal: SignalServer)`, which Babel's scopes leave out. */
export function parameterPropertyValues(
  fn: NodePath<t.Function>,
  name: string,
  file: string,
  values: Values,
): readonly Value[] {
  for (const [index, param] of parametersOf(fn).entries()) {
    const target = targetOf(param);
    if (fn.node.params[index]?.type !== 'TSParameterProperty' || !target.isIdentifier({ name })) continue;
    const route = routeTo(param, target.node);
    if (route) return alongRoute(baseValues(fn, index, param, file, values), route, file, values);
  }
  return [];
}

function parametersOf(fn: NodePath<t.Function>): NodePath[] {
  return (fn.get('params') as NodePath[]).map((param) =>
    param.isTSParameterProperty() ? (param.get('parameter') as NodePath) : param,
  );
}

function targetOf(param: NodePath): NodePath {
  return param.isAssignmentPattern() ? (param.get('left') as NodePath) : param;
}

/** What the whole parameter may be. */
function baseValues(
  fn: NodePath<t.Function>,
  index: number,
  param: NodePath,
  file: string,
  values: Values,
): readonly Value[] {
  const { node } = targetOf(param);
  const type = annotationOf(node);
  const typed = type ? values.ofType(type, { at: fn, file }) : [];
  const given = [...typed, ...givenValues(fn, index, file, values)];
  const base: Value[] = given.length > 0 ? given : [{ kind: 'argument' }];
  const isContext = node.type === 'Identifier' && isContextName(node.name);
  return isContext ? [...base, { kind: 'context' }] : base;
}

function givenValues(
  fn: NodePath<t.Function>,
  index: number,
  file: string,
  values: Values,
): readonly Value[] {
  const { parentPath } = fn;
  if (parentPath?.isVariableDeclarator()) {
    const type = annotationOf(parentPath.node.id);
    const declared = type ? values.ofType(type, { at: fn, file }) : [];
    const typed = declared.flatMap((one) => parameterOfSignature(one, index, values));
    if (typed.length > 0) return typed;
  }
  const call = callWith(fn);
  if (call) return handedBack(call, Number(fn.key), index, file, values);
  const here = callersOf(fn).flatMap((args): readonly Value[] => {
    const argument = args[index];
    return argument ? values.of(argument, file) : [];
  });
  return here.length > 0 ? here : givenElsewhere(fn, index, file, values);
}

/** What the other files of the project give an exported function, or the constructor of a class. */
function givenElsewhere(
  fn: NodePath<t.Function>,
  index: number,
  file: string,
  values: Values,
): readonly Value[] {
  const declared = fn.isFunctionDeclaration() ? fn : fn.parentPath?.parentPath;
  const of = constructedBy(fn);
  if (!of && !declared?.parentPath?.isExportDeclaration()) return [];
  const { host } = values;
  if (host.mayMeetClient?.(file) === false) return [];
  const source = host.load(file);
  if (!source) return [];
  const given = of
    ? constructionsOf(of, source, host)
    : usesOf(fn, source, host).sites.map((site) => ({ file: site.file, args: argumentsOf(site.call) }));
  return given.flatMap((one): readonly Value[] => {
    const argument = one.file.path === file ? undefined : one.args[index];
    return argument ? values.of(argument, one.file.path) : [];
  });
}

/** The class of which `fn` is the constructor. */
function constructedBy(fn: NodePath<t.Function>): NodePath<t.Class> | undefined {
  const of = fn.isClassMethod({ kind: 'constructor' }) ? fn.parentPath.parentPath : undefined;
  return of?.isClass() ? of : undefined;
}

/** The arguments of each call of `fn` by its name, or of each `new` for a constructor. */
function callersOf(fn: NodePath<t.Function>): NodePath[][] {
  const of = constructedBy(fn);
  return referencesOf(of ?? fn).flatMap((reference): NodePath[][] => {
    const user = reference.parentPath;
    if (!user || reference.key !== 'callee') return [];
    if (of) return user.isNewExpression() ? [user.get('arguments') as NodePath[]] : [];
    const call = asCall(user);
    return call ? [argumentsOf(call)] : [];
  });
}

/** The references to a function or class by the name that it is declared under or assigned to. */
function referencesOf(declared: NodePath | null | undefined): readonly NodePath[] {
  if (!declared) return [];
  if (declared.isFunctionDeclaration() || declared.isClassDeclaration()) {
    const name = declared.node.id?.name;
    const binding = name === undefined ? undefined : declared.parentPath.scope.getBinding(name);
    return binding?.referencePaths ?? [];
  }
  const declarator = declared.parentPath;
  if (!declarator?.isVariableDeclarator() || declarator.node.id.type !== 'Identifier') return [];
  return declarator.scope.getBinding(declarator.node.id.name)?.referencePaths ?? [];
}

/**
 * What a callback is called with: `getClient().then((signal) => …)`, or a function of the project that says or shows
 * what it hands to its own parameter (`withSignal(async (signal) => …)`).
 */
function handedBack(
  call: CallPath,
  position: number,
  index: number,
  file: string,
  values: Values,
): readonly Value[] {
  const callee = unwrap(calleeOf(call));
  const member = asMember(callee);
  if (member?.name === 'then' && position === 0 && index === 0) return values.of(member.object, file);
  return values.of(callee, file).flatMap((called): readonly Value[] => {
    if (called.kind === 'signature') {
      return parameterOfSignature(called, position, values).flatMap((one) =>
        parameterOfSignature(one, index, values),
      );
    }
    if (called.kind === 'collection-method')
      return position === 0 ? handedByCollection(called, index, values) : [];
    if (called.kind !== 'node' || !called.path.isFunction()) return [];
    const taken = (called.path.get('params') as NodePath[])[position];
    if (!taken?.isIdentifier()) return [];
    const type = annotationOf(taken.node);
    const typed = (type ? values.ofType(type, { at: called.path, file: called.file }) : []).flatMap((one) =>
      parameterOfSignature(one, index, values),
    );
    const shown = (called.path.scope.getBinding(taken.node.name)?.referencePaths ?? []).flatMap(
      (reference): readonly Value[] => {
        const inner = callTo(reference);
        const argument = inner ? argumentsOf(inner)[index] : undefined;
        return argument ? values.of(argument, called.file) : [];
      },
    );
    return [...typed, ...shown];
  });
}

function parameterOfSignature(value: Value, index: number, values: Values): readonly Value[] {
  if (value.kind !== 'signature') return [];
  const { type, scope } = value;
  const param = type.parameters[index];
  const annotation = param && annotationOf(param);
  return annotation ? values.ofType(annotation, scope) : [];
}
