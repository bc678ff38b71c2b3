import { createPagesApp } from '../../transforms/mount-provider/create-pages-app.js';
import type { MountedComponent } from '../../transforms/mount-provider/import-component.js';
import { mountInLayout } from '../../transforms/mount-provider/mount-in-layout.js';
import { mountInPagesApp } from '../../transforms/mount-provider/mount-in-pages-app.js';
import { findRootLayouts } from '../../transforms/mount-provider/root-layouts.js';
import { spanOf } from '../analysis/expressions.js';
import { routeRole } from '../analysis/route-files.js';
import { renderProvider } from '../init/render-template.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import type { Inspection } from './inspect.js';
import { neighbourStyle } from './neighbour-style.js';
import { creationOf, EMPTY_PLAN, mergePlans, type Plan, planOf, refusalOf } from './plan.js';
import { cookieUnknown, type ProviderSettings } from './plan-provider.js';
import { surroundingsOf } from './surroundings.js';
import { takenComponent } from './taken-component.js';

const MOUNT = 'mount the provider';

/** Where a root layout is written: its component, if the file has that for others. */
interface Layout {
  readonly file: SourceFile;
  readonly written: Span | undefined;
}

/** A provider of our own, mounted in the root layouts and in `_app`. */
export function planMount(inspection: Inspection, options: ProviderSettings): Plan {
  const { project, host, paths, context } = inspection;
  const folder = project.routers.app ?? `${project.sourceRoot === 'src' ? 'src/' : ''}lib`;
  const path = `${folder}/signal-provider.${project.language}x`;
  if (host.text(path) !== undefined) {
    return refusalOf({
      path,
      why: 'This file exists and renders no SignalNextProvider, so the provider was not generated.',
      instead: byHand(options),
    });
  }
  const layouts = findRootLayouts(paths, context.layout).flatMap((layout): Layout[] => {
    const file = host.load(layout);
    if (!file) return [];
    const taken = takenComponent(file, host);
    return [taken ? { file: taken.file, written: spanOf(taken.value.node) } : { file, written: undefined }];
  });
  // Several root layouts may take their component from one module.
  const written = new Map(layouts.map((one) => [`${one.written?.start} ${one.file.path}`, one]));
  const mounted = [...written.values()].map((one) =>
    planOf(
      one.file,
      mountInLayout(one.file, componentFor(inspection, path, one.file.path), one.written),
      MOUNT,
    ),
  );
  if (project.routers.pages !== undefined && rendersPages(inspection))
    mounted.push(planPagesApp(inspection, project.routers.pages, path));
  const plan = mergePlans(...mounted);
  // Without a place to mount it, our component is not generated, so that nothing can be imported from it.
  if (plan.changes.length === 0)
    return { ...plan, refusals: plan.refusals.map((one) => ({ ...one, instead: byHand(options) })) };
  const tracingHosts = options.value.kind === 'hosts' ? options.value.hosts : [];
  const mounts = plan.changes.flatMap((change) => (change.kind === 'edit' ? [change.path] : []));
  const { language, sdk } = project;
  const sessionCookie = options.withProxy && sdk.name === OWN_PACKAGE;
  const render = (): string => {
    const style = neighbourStyle(path, mounts, host);
    return renderProvider({ language, sdk, tracingHosts, sessionCookie, style });
  };
  const summary = `the provider, with addTracingHeaders${sessionCookie ? ' and sessionCookie' : ''}`;
  // What mounts it comes first, because that is where a missing provider is reported.
  const created = mergePlans(plan, creationOf(path, render, summary));
  return options.withProxy && !sessionCookie ? mergePlans(created, cookieUnknown(path, sdk.client)) : created;
}

function byHand({ withProxy }: ProviderSettings): string {
  const cookie = withProxy ? ', sessionCookie: true' : '';
  return `Render \`<SignalNextProvider options={{ …, addTracingHeaders: true${cookie} }}>\` around your app yourself.`;
}

function componentFor(inspection: Inspection, to: string, from: string): MountedComponent {
  const { isProjectFile } = surroundingsOf(inspection, from);
  return {
    componentName: 'SignalProvider',
    importFrom: inspection.host.specifierFor(to, from),
    isProjectFile,
  };
}

/** A `pages` folder that holds only API routes renders nothing that `_app` could go around. */
function rendersPages({ paths, context }: Inspection): boolean {
  return paths.some((path) => {
    const { kind } = routeRole(path, context.layout);
    return kind === 'pages-app' || (kind === 'pages-page' && !/\/_(document|error)\.[^/]+$/.test(path));
  });
}

function planPagesApp(inspection: Inspection, pages: string, provider: string): Plan {
  const { project, host, paths, context } = inspection;
  const existing = paths.find((path) => routeRole(path, context.layout).kind === 'pages-app');
  if (existing !== undefined) {
    const file = host.load(existing);
    if (!file) return EMPTY_PLAN;
    return planOf(file, mountInPagesApp(file, componentFor(inspection, provider, existing)), MOUNT);
  }
  const extension =
    project.config.pageExtensions.find((one) => one.endsWith(`${project.language}x`)) ??
    `${project.language}x`;
  const path = `${pages}/_app.${extension}`;
  const { importFrom } = componentFor(inspection, provider, path);
  const pagesAround = paths.filter((one) => routeRole(one, context.layout).kind === 'pages-page');
  const render = (): string => {
    const style = neighbourStyle(path, pagesAround, host);
    return createPagesApp({ language: project.language, importFrom, style });
  };
  return creationOf(path, render, MOUNT);
}
