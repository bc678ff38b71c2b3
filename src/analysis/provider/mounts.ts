import type { Binding, NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { mayTake } from '../../source/may-take.js';
import { once } from '../../source/once.js';
import type { SourceFile } from '../../source/parse.js';
import { encloses } from '../../source/span.js';
import { moduleExports } from '../exports.js';
import { spanOf } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { type ModuleRequest, requestsOf } from '../module-users.js';
import { programOf } from '../program.js';
import { isTestFile, type RouteLayout, routeRole } from '../route-files.js';
import type { ProviderSite } from './find-provider.js';

/** What becomes of the components that render a provider. */
export interface Mounts {
  readonly mounted: readonly ProviderSite[];
  /** Those of components that nothing renders for a visitor. */
  readonly idle: readonly IdleProvider[];
  /** Whether a file of a route that `isMeant` renders something of which a provider is a part, or may do so. */
  isIn(isMeant: (path: string) => boolean): boolean;
}

export interface IdleProvider {
  readonly site: ProviderSite;
  /** What the file exports that renders it. */
  readonly exported: readonly ExportedComponent[];
}

interface ExportedComponent {
  readonly name: string;
  /** Whether it goes around something. */
  readonly takesChildren: boolean;
}

/** Tells the providers that pages, layouts and `_app` render, if only through other components, from the rest. */
export function mountsOf(sites: readonly ProviderSite[], host: ModuleHost, layout: RouteLayout): Mounts {
  const isMountedIn = (path: string): boolean => isRendered(path, layout);
  const takers = new Map(sites.map((site) => [site, once(() => takersOf(site, host))]));
  // What cannot be followed may well be mounted.
  const takersAre = (site: ProviderSite, isSo: (path: string) => boolean): boolean => {
    if (isSo(site.path)) return true;
    const found = takers.get(site)?.();
    return found === undefined || [...found].some(isSo);
  };
  const mounted = sites.filter((site) => takersAre(site, isMountedIn));
  return {
    mounted,
    idle: sites
      .filter((site) => !mounted.includes(site))
      .map((site) => {
        const holder = holderOf(site, host);
        return { site, exported: holder ? componentsOf(holder) : [] };
      }),
    isIn: (isMeant) => mounted.some((site) => takersAre(site, (path) => isMeant(path) && isMountedIn(path))),
  };
}

function isRendered(path: string, layout: RouteLayout): boolean {
  if (isTestFile(path)) return false;
  switch (routeRole(path, layout).kind) {
    case 'app-component':
    case 'pages-app':
    case 'pages-page':
      return true;
    default:
      return false;
  }
}

interface Holder {
  readonly file: SourceFile;
  /** What the file exports with the provider in it. */
  readonly exported: readonly Exported[];
}

/** The file of a provider; undefined where it cannot be read. */
function holderOf(site: ProviderSite, host: ModuleHost): Holder | undefined {
  const file = host.load(site.path);
  const element = file && elementAt(file, site);
  return file && element && { file, exported: exportedWith(file, [element]) };
}

function elementAt(file: SourceFile, site: ProviderSite): NodePath | undefined {
  let found: NodePath | undefined;
  programOf(file).traverse({
    enter(path) {
      const span = spanOf(path.node);
      if (!encloses(span, site)) path.skip();
      else if (encloses(site, span)) found = path;
    },
  });
  return found;
}

/** Something that a file exports under a name; `*` is anything. */
interface Taken {
  readonly file: SourceFile;
  readonly name: string;
}

/** The file of a provider, and all that use what holds it, by whatever way they import it; undefined where that is not known. */
function takersOf(site: ProviderSite, host: ModuleHost): ReadonlySet<string> | undefined {
  const holder = holderOf(site, host);
  if (!holder) return undefined;
  const takers = new Set([holder.file.path]);
  const seen = new Set<string>();
  const queue: Taken[] = [];
  const add = (one: SourceFile, name: string): void => {
    const key = `${one.path} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    queue.push({ file: one, name });
  };
  for (const { name } of holder.exported) add(holder.file, name);
  for (const { file: from, name } of queue) {
    const users = host.users?.(from.path);
    if (!users) return undefined;
    for (const path of users) {
      const text = host.text?.(path);
      if (isTestFile(path) || (text !== undefined && name !== '*' && !mayTake(name, text))) continue;
      const user = host.load(path);
      if (!user) continue;
      const requests = requestsOf(from.path, user, host);
      const uses = requests.flatMap((request) => usesIn(request, name));
      const passedOn = requests.flatMap((request) => namesPassedOn(request, name));
      if (uses.length + passedOn.length === 0) continue;
      takers.add(path);
      for (const one of passedOn) add(user, one);
      for (const one of exportedWith(user, uses)) add(user, one.name);
    }
  }
  return takers;
}

function usesIn(request: ModuleRequest, name: string): NodePath[] {
  switch (request.kind) {
    case 'import': {
      const isMeant = name === '*' || request.imported === name || request.imported === '*';
      const { local } = request;
      return isMeant ? (local.scope.getBinding(local.node.name)?.referencePaths ?? []) : [];
    }
    case 'expression':
      return [request.expression];
    case 're-export':
    case 'export-all':
      return [];
  }
}

function namesPassedOn(request: ModuleRequest, name: string): readonly string[] {
  switch (request.kind) {
    case 're-export':
      return name === '*' || request.imported === name || request.imported === '*' ? [request.exported] : [];
    case 'export-all':
      return name === 'default' ? [] : [name];
    case 'import':
    case 'expression':
      return [];
  }
}

interface Exported {
  readonly name: string;
  readonly value: NodePath | undefined;
}

/** What a file exports that has one of `uses` in it, or in something of the same file that it refers to. */
function exportedWith(file: SourceFile, uses: readonly NodePath[]): readonly Exported[] {
  const holders = new Set<t.Node>();
  const queue = [...uses];
  for (const use of queue) {
    const holder = declarationAround(use);
    if (!holder || isOwnMember(use)) continue;
    // What is done beside all declarations may be an assignment of any kind.
    if (holder.isStatement() && !holder.isDeclaration()) return [{ name: '*', value: undefined }];
    if (holders.has(holder.node)) continue;
    holders.add(holder.node);
    for (const binding of bindingsOf(holder)) queue.push(...binding.referencePaths);
  }
  return moduleExports(programOf(file)).flatMap((one): Exported[] => {
    if (one.kind !== 'value') return [];
    const declared = one.value.isIdentifier()
      ? one.value.scope.getBinding(one.value.node.name)?.path
      : one.value;
    const holder = declared && declarationAround(declared);
    return holder && holders.has(holder.node) ? [{ name: one.name, value: declared }] : [];
  });
}

/** `Provider.displayName = …` */
function isOwnMember(use: NodePath): boolean {
  const member = use.key === 'object' ? use.parentPath : undefined;
  return member?.key === 'left' && member.parentPath?.isAssignmentExpression() === true;
}

/** The function, the class or the variable of a module that something stands in; else the statement. */
function declarationAround(path: NodePath): NodePath | undefined {
  let declared: NodePath | undefined;
  for (let at: NodePath | null = path; at && !at.isProgram(); at = at.parentPath) {
    const isInside = at.isExportDeclaration() || (at.isVariableDeclaration() && declared);
    if (!isInside) declared = at;
  }
  return declared;
}

function bindingsOf(holder: NodePath): readonly Binding[] {
  const names = holder.isVariableDeclarator()
    ? Object.keys(holder.getBindingIdentifiers())
    : holder.isFunctionDeclaration() || holder.isClassDeclaration()
      ? [holder.node.id?.name ?? '']
      : [];
  return names.flatMap((name) => holder.parentPath?.scope.getBinding(name) ?? []);
}

function componentsOf({ file: { text }, exported }: Holder): ExportedComponent[] {
  return exported.map(({ name, value }) => {
    const { start, end } = value?.node ?? {};
    return { name, takesChildren: text.slice(start ?? 0, end ?? 0).includes('children') };
  });
}
