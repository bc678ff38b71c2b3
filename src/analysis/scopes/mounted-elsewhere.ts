import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../../source/parse.js';
import { opensWithDirective } from '../../source/trivia.js';
import { type ModuleExport, moduleExports } from '../exports.js';
import { argumentsOf, asCall, calleeOf, declaredValue, importedValue, unwrap } from '../expressions.js';
import { mayForward } from '../forwarding-exports.js';
import type { HandlerKind } from '../model.js';
import type { ModuleHost } from '../module-host.js';
import { forgetFile, hasDirective, programOf } from '../program.js';
import { exportedValue, resolved } from '../project-values.js';
import { type RouteLayout, type RouteRole, routeRole } from '../route-files.js';
import { memberOf } from './destructured-member.js';
import { destructuredExports, entryKind } from './entry-points.js';
import { returnedFunctions } from './returned-functions.js';

/** That a function of one file answers, or wraps what answers, an entry point of another. */
export interface MountedElsewhere {
  readonly kind: HandlerKind;
  /** What the entry point is exported as: `POST`, `default`, `createOrder`. */
  readonly name: string;
  /** The file of the entry point. */
  readonly by: EntryFile;
  readonly as: 'handler' | 'answer-of-wrapper';
  /** A wrapper stands between Next.js and the function. */
  readonly wrapped: boolean;
}

/** The file of an entry point, whose tree is not kept for it. */
export interface EntryFile {
  readonly path: string;
  readonly file: SourceFile;
}

interface Entry {
  readonly value: NodePath;
  readonly mountings: MountedElsewhere[];
}

/** What is known of a project's entry points. */
interface Known {
  /** What each file's entry points name, by the path of the file. */
  readonly named: Map<string, readonly NamedEntry[]>;
  /** By file, then by the offset of the function. */
  readonly entries: Map<string, ReadonlyMap<number, Entry>>;
}

const known = new WeakMap<ModuleHost, Known>();

/**
 * The values of `file` that answer entry points whose file only names or wraps them: route files, API routes, pages
 * and Server Action files of the whole project.
 */
export function mountedElsewhere(file: SourceFile, host: ModuleHost, layout: RouteLayout): Entry[] {
  const project = known.get(host) ?? { named: new Map(), entries: new Map() };
  known.set(host, project);
  const entries = project.entries.get(file.path) ?? entriesOf(file.path, project, host, layout);
  project.entries.set(file.path, entries);
  if (entries.size === 0) return [];
  const found: Entry[] = [];
  // The host's tree of this file may be another than the one at hand.
  programOf(file).traverse({
    enter(path) {
      const entry = entries.get(path.node.start ?? -1);
      if (!entry || entry.value.node.end !== path.node.end || entry.value.type !== path.type) return;
      found.push({ value: path, mountings: entry.mountings });
    },
  });
  return found;
}

/** The functions of the file `path` that entry points of the project name or wrap. */
function entriesOf(
  path: string,
  { named }: Known,
  host: ModuleHost,
  layout: RouteLayout,
): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const user of [...forwardingUsers(path, host)].sort()) {
    const points = named.get(user) ?? namedIn(user, host, layout);
    named.set(user, points);
    for (const { name, kind, by, found } of points) {
      if (found.file.path !== path) continue;
      const start = found.value.node.start ?? 0;
      const entry = entries.get(start) ?? { value: found.value, mountings: [] };
      entries.set(start, entry);
      // A wrapper may be given the same function in several places.
      const isKnown = entry.mountings.some(
        (one) => one.name === name && one.by === by && one.as === found.as,
      );
      if (!isKnown) entry.mountings.push({ kind, name, by, as: found.as, wrapped: found.wrapped });
    }
  }
  return entries;
}

/** The file itself, and all that import it, if only through each other, and may export something of it. */
function forwardingUsers(path: string, host: ModuleHost): ReadonlySet<string> {
  const forwards = (user: string): boolean => mayForward(textOf(user, host));
  const { users } = host;
  if (!users) return new Set((host.sourcePaths ?? []).filter(forwards));
  const found = new Set(forwards(path) ? [path] : []);
  const seen = new Set([path]);
  // A set and a list that grow while they are walked.
  const queue = [path];
  for (const one of queue) {
    for (const user of users(one)) {
      if (seen.has(user)) continue;
      seen.add(user);
      if (!forwards(user)) continue;
      found.add(user);
      queue.push(user);
    }
  }
  return found;
}

function textOf(path: string, host: ModuleHost): string {
  return host.glance?.(path) ?? host.text?.(path) ?? '';
}

/** Of an entry point of a file, a function that stands elsewhere or is wrapped. */
interface NamedEntry extends EntryPoint {
  readonly by: EntryFile;
}

function namedIn(path: string, host: ModuleHost, layout: RouteLayout): readonly NamedEntry[] {
  const role = routeRole(path, layout);
  const isEntry = role.kind !== 'module' && role.kind !== 'app-component';
  if (!isEntry && host.mayHold?.(path, 'use server') === false) return [];
  if (!isEntry && !opensWithDirective(textOf(path, host), 'use server')) return [];
  const file = host.load(path);
  if (!file) return [];
  const by = entryFile(path, host);
  const points = entryPointsOf(file, role, host).map((one) => ({ ...one, by }));
  // Every route of an app is looked at: the trees of all would fill the memory.
  const isKept = points.some(({ found }) => found.file === file);
  if (!isKept && host.release?.(path)) forgetFile(file);
  return points;
}

function entryFile(path: string, host: ModuleHost): EntryFile {
  return {
    path,
    get file() {
      const file = host.load(path);
      if (!file) throw new Error(`${path} was loaded before`);
      return file;
    },
  };
}

interface EntryPoint {
  readonly name: string;
  readonly kind: HandlerKind;
  readonly found: Found;
}

function entryPointsOf(file: SourceFile, role: RouteRole, host: ModuleHost): EntryPoint[] {
  const actions = hasDirective(file, 'use server');
  const program = programOf(file);
  const named = (name: string, answers: () => Found[]): EntryPoint[] => {
    const kind = entryKind(name, role, actions);
    return kind === undefined ? [] : answers().map((found) => ({ name, kind, found }));
  };
  const answersOf = (value: NodePath): Found[] => answersIn(value, file, host, false, new Set());
  const exported = (one: ModuleExport): EntryPoint[] => {
    switch (one.kind) {
      case 'value':
        return named(one.name, () => answersOf(one.value));
      case 'from':
        return named(one.name, () => exportedHandler(one.source, one.imported, file, host, false));
      case 'all':
        return exportNames(one.source, file, host).flatMap((name) =>
          named(name, () => exportedHandler(one.source, name, file, host, false)),
        );
    }
  };
  const destructured = destructuredExports(program).flatMap(({ name, value, key }) =>
    named(name, () => {
      const member = key === undefined ? undefined : memberElsewhere(value, key, file, host);
      return member ? [member] : answersOf(value);
    }),
  );
  return [...moduleExports(program).flatMap(exported), ...destructured];
}

interface Found {
  readonly value: NodePath;
  readonly file: SourceFile;
  readonly as: MountedElsewhere['as'];
  readonly wrapped: boolean;
}

/** `export const { GET } = crud('orders')`: what stands under the key in an object of another file, or in what it makes. */
function memberElsewhere(
  value: NodePath,
  key: string,
  file: SourceFile,
  host: ModuleHost,
): Found | undefined {
  const call = asCall(unwrap(value));
  const holder = resolved(call ? calleeOf(call) : value, file, host);
  if (!holder || holder.file === file || holder.value.isFunction() !== (call !== undefined)) return undefined;
  const member = memberOf(holder.value, key);
  return member && { value: member, file: holder.file, as: 'handler', wrapped: false };
}

/** What `export *` passes on. */
function exportNames(source: string, from: SourceFile, host: ModuleHost): string[] {
  const path = host.resolve(source, from.path);
  const file = path === undefined ? undefined : host.load(path);
  return (file ? moduleExports(programOf(file)) : []).flatMap((one) =>
    one.kind === 'all' || one.name === 'default' ? [] : [one.name],
  );
}

function exportedHandler(
  source: string,
  name: string,
  from: SourceFile,
  host: ModuleHost,
  wrapped: boolean,
): Found[] {
  const path = host.resolve(source, from.path);
  const target = path === undefined ? undefined : exportedValue(host, path, name);
  return target ? [{ ...target, as: 'handler', wrapped }] : [];
}

/** The functions that a wrapper gives back, after `calls` calls of it. */
function answersOfWrapper(
  callee: NodePath,
  file: SourceFile,
  host: ModuleHost,
  calls: number,
  wrapped: boolean,
): Found[] {
  const wrapper = resolved(callee, file, host);
  if (!wrapper?.value.isFunction()) return [];
  let answers: NodePath<t.Function>[] = [wrapper.value];
  for (let count = 0; count < calls; count += 1) answers = answers.flatMap(returnedFunctions);
  return answers.map((value) => ({ value, file: wrapper.file, as: 'answer-of-wrapper', wrapped }));
}

/**
 * What answers when `value` is called: imported handlers, and the answers of the project's wrappers around them.
 * @param seen what was looked at before on the way from the entry point.
 */
function answersIn(
  value: NodePath,
  file: SourceFile,
  host: ModuleHost,
  wrapped: boolean,
  seen: Set<t.Node>,
): Found[] {
  const target = unwrap(value);
  if (seen.has(target.node)) return [];
  seen.add(target.node);
  const imported = importedValue(target);
  if (imported) return exportedHandler(imported.source, imported.name, file, host, wrapped);
  if (target.isIdentifier()) {
    const binding = target.scope.getBinding(target.node.name);
    const declared = binding && declaredValue(binding);
    return declared && !declared.isFunction() ? answersIn(declared, file, host, wrapped, seen) : [];
  }
  const call = asCall(target);
  if (!call) return [];
  let callee = unwrap(calleeOf(call));
  let calls = 1;
  for (let maker = asCall(callee); maker; maker = asCall(callee)) {
    callee = unwrap(calleeOf(maker));
    calls += 1;
  }
  return [
    ...answersOfWrapper(callee, file, host, calls, wrapped),
    ...argumentsOf(call).flatMap((argument) => {
      const object = unwrap(argument);
      const values = object.isObjectExpression()
        ? object
            .get('properties')
            .flatMap((one) => (one.isObjectProperty() ? [one.get('value') as NodePath] : []))
        : [object];
      return values.flatMap((one) => answersIn(one, file, host, true, seen));
    }),
  ];
}
