import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { readBelow } from '../source/crawl.js';
import type { SourceFile } from '../source/parse.js';
import { followLocal, moduleExports } from './exports.js';
import { argumentsOf, asCall, asMember, bindingOf, callTo, memberChain, unwrap } from './expressions.js';
import { isKeptForAll } from './made-once.js';
import type { ModuleHost } from './module-host.js';
import { requestsOf } from './module-users.js';
import { programOf } from './program.js';

/** A collection that a function has from outside of itself. */
export interface Collection {
  /** What makes it: the module, or a class or function around, which may be asked for another one at each request. */
  readonly maker: NodePath;
  /** What functions put into it. */
  readonly added: readonly NodePath[];
  /** Whether a function takes everything out of it. */
  readonly isEmptied: boolean;
}

/** The collection that a variable from outside of `owner`, a field of `this`, or a member of either is. */
export function collectionAt(place: NodePath, owner: NodePath<t.Function>): Collection | undefined {
  const chain = memberChain(place);
  if (!chain) return undefined;
  const { root, names } = chain;
  if (root.isThisExpression()) {
    const holder = root.findParent((one) => one.isClass() || one.isObjectExpression());
    if (!holder || names.length === 0) return undefined;
    const maker = holder.isClass()
      ? holder
      : (holder.getFunctionParent() ?? holder.scope.getProgramParent().path);
    return used(maker, placesOfThis(holder), names);
  }
  if (!root.isIdentifier()) return undefined;
  const binding = root.scope.getBinding(root.node.name);
  const maker = binding?.scope.getFunctionParent()?.path ?? binding?.scope.getProgramParent().path;
  if (!binding || !maker || maker.node === owner.node || maker.isDescendant(owner)) return undefined;
  if (binding.kind === 'param' || binding.path.isFunctionDeclaration()) return undefined;
  const changes = binding.constantViolations.flatMap((one) =>
    one.isAssignmentExpression() ? [one.get('left') as NodePath] : [],
  );
  return used(maker, [...binding.referencePaths, ...changes], names);
}

function placesOfThis(holder: NodePath): NodePath[] {
  const found: NodePath[] = [];
  readBelow(holder, { ThisExpression: (one) => void found.push(one) });
  return found;
}

/** What functions do with the collection that `names` lead to from one of `roots`. */
function used(maker: NodePath, roots: readonly NodePath[], names: readonly string[]): Collection {
  const added: NodePath[] = [];
  let isEmptied = false;
  for (const root of roots) {
    const place = placeBehind(root, names);
    if (!place || place.getFunctionParent() === null) continue;
    const holder = place.parentPath;
    if (holder?.isAssignmentExpression() && place.key === 'left') {
      isEmptied ||= isEmpty(unwrap(holder.get('right')));
      continue;
    }
    const member = place.key === 'object' && holder ? asMember(holder) : undefined;
    const around = holder?.parentPath;
    if (!member || !around) continue;
    const call = holder ? callTo(holder) : undefined;
    if (call) {
      const args = argumentsOf(call);
      if (/^(?:push|unshift|add|enqueue)$/.test(member.name ?? '')) added.push(...args);
      else if (member.name === 'set') added.push(...args.slice(1));
      else isEmptied ||= member.name === 'clear';
    } else if (around.isAssignmentExpression() && holder?.key === 'left') {
      if (member.name === 'length') isEmptied = true;
      else if (member.name === undefined) added.push(around.get('right'));
    }
  }
  return { maker, added, isEmptied };
}

function placeBehind(root: NodePath, names: readonly string[]): NodePath | undefined {
  let place = root;
  for (const name of names) {
    const member = place.key === 'object' && place.parentPath ? asMember(place.parentPath) : undefined;
    if (member?.name !== name || !place.parentPath) return undefined;
    place = place.parentPath;
  }
  return place;
}

function isEmpty(value: NodePath): boolean {
  if (value.isArrayExpression()) return value.node.elements.length === 0;
  return value.isNewExpression() && value.node.arguments.length === 0;
}

/** Whether a collection is there for all requests: it is the module's, or of something that is made once and kept. */
export function lastingCollection({ maker }: Collection, file: SourceFile, host: ModuleHost): boolean {
  if (maker.isProgram()) return true;
  return usesOfMaker(maker, file, host).some((use) => {
    const made = use.parentPath;
    if (use.key !== 'callee' || !made || !(made.isNewExpression() || asCall(made))) return false;
    return made.getFunctionParent() === null || isKeptForAll(made);
  });
}

/** Where a class or function is named, here and in the files that import it. */
function usesOfMaker(maker: NodePath, file: SourceFile, host: ModuleHost): NodePath[] {
  const own = maker.isFunction() ? bindingOf(maker) : bindingOfClass(maker);
  const names = moduleExports(programOf(file)).flatMap((one) =>
    one.kind === 'value' && followLocal(one.value).node === maker.node ? [one.name] : [],
  );
  const imported = names.length === 0 ? [] : (host.users?.(file.path) ?? []);
  return [
    ...(own?.referencePaths ?? []),
    ...imported.flatMap((path) => {
      const user = host.load(path);
      return (user ? requestsOf(file.path, user, host) : []).flatMap((request) => {
        if (request.kind !== 'import' || !names.includes(request.imported)) return [];
        return request.local.scope.getBinding(request.local.node.name)?.referencePaths ?? [];
      });
    }),
  ];
}

function bindingOfClass(maker: NodePath) {
  const { id } = maker.node as Partial<t.Class>;
  return id ? maker.scope.getBinding(id.name) : undefined;
}
