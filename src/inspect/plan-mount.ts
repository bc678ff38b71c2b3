import { createPagesApp } from '../../transforms/mount-provider/create-pages-app.js';
import type { MountedComponent } from '../../transforms/mount-provider/import-component.js';
import { mountInLayout } from '../../transforms/mount-provider/mount-in-layout.js';
import { mountInPagesApp } from '../../transforms/mount-provider/mount-in-pages-app.js';
import { spanOf } from '../analysis/expressions.js';
import type { IdleProvider } from '../analysis/provider/mounts.js';
import { routeRole } from '../analysis/route-files.js';
import { renderProvider } from '../init/render-template.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import type { SourceFile } from '../source/parse.js';
import type { Span } from '../source/span.js';
import type { Inspection } from './inspect.js';
import { neighbourStyle } from './neighbour-style.js';
import { creationOf, EMPTY_PLAN, mergePlans, type Plan, planOf, refusalOf } from './plan.js';
import { cookieUnknown, type ProviderSettings } from './plan-provider.js';
import { type ProviderPlace, type ProviderPlaces, providerPlaces } from './provider-places.js';
import { surroundingsOf } from './surroundings.js';
import { takenComponent } from './taken-component.js';

const MOUNT = 'mount the provider';

/** Where a root layout is written: its component, if the file has that for others. */
interface Layout {
  readonly file: SourceFile;
  readonly written: Span | undefined;
}

/** What is mounted, and the file that it is imported from. */
interface Component {
  readonly path: string;
  readonly name: string;
}

/** A provider of our own, or one that the app has and renders nowhere, mounted in the root layouts and in `_app`. */
export function planMount(inspection: Inspection, options: ProviderSettings): Plan {
  const { project, host } = inspection;
  const [idle] = inspection.mounts.idle;
  if (idle) return planMountOf(idle, inspection);
  const folder = project.routers.app ?? `${project.sourceRoot === 'src' ? 'src/' : ''}lib`;
  const path = `${folder}/signal-provider.${project.language}x`;
  if (host.text(path) !== undefined) {
    return refusalOf({
      path,
      why: 'This file exists and renders no SignalNextProvider, so the provider was not generated.',
      instead: byHand(options),
    });
  }
  const places = providerPlaces(inspection);
  if (places.layouts.length === 0 && !places.pages) return nowhere(inspection);
  const plan = mountings({ path, name: 'SignalProvider' }, places, inspection);
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

/** An app of route handlers alone, or one whose layouts come from elsewhere. */
function nowhere({ project }: Inspection): Plan {
  return refusalOf({
    path: project.routers.app ?? project.routers.pages ?? '.',
    why: 'There is no root layout and no `_app` in which a provider could be rendered.',
    instead:
      'Add one and run the command again. Where another app renders the pages, turn the rule off: `"rules": { "provider-missing": "off" }` in signal-next.config.json.',
  });
}

function planMountOf({ site, exported }: IdleProvider, inspection: Inspection): Plan {
  const { path } = site;
  const component = exported.find(({ name, takesChildren }) => takesChildren && /^[A-Z]/.test(name));
  if (!component) {
    return refusalOf({
      path,
      why: 'It renders SignalNextProvider, but no page, layout or `_app` renders what it exports.',
      instead: 'Render its component around the app yourself, in the root layout or in `_app`.',
    });
  }
  return mountings({ path, name: component.name }, providerPlaces(inspection), inspection);
}

/** The edits that render a component around the pages of every place that is to have it. */
function mountings(component: Component, places: ProviderPlaces, inspection: Inspection): Plan {
  const { host } = inspection;
  const layouts = places.layouts.flatMap((layout): Layout[] => {
    const file = host.load(layout.path);
    if (!file) return [];
    const taken = takenComponent(file, host);
    return [taken ? { file: taken.file, written: spanOf(taken.value.node) } : { file, written: undefined }];
  });
  // Several root layouts may take their component from one module.
  const written = new Map(layouts.map((one) => [`${one.written?.start} ${one.file.path}`, one]));
  const mounted = [...written.values()].map((one) =>
    planOf(
      one.file,
      mountInLayout(one.file, componentFor(inspection, component, one.file.path), one.written),
      MOUNT,
    ),
  );
  if (places.pages) mounted.push(planPagesApp(inspection, places.pages, component));
  return mergePlans(...mounted);
}

function byHand({ withProxy }: ProviderSettings): string {
  const cookie = withProxy ? ', sessionCookie: true' : '';
  return `Render \`<SignalNextProvider options={{ …, addTracingHeaders: true${cookie} }}>\` around your app yourself.`;
}

function componentFor(inspection: Inspection, { path, name }: Component, from: string): MountedComponent {
  const { isProjectFile } = surroundingsOf(inspection, from);
  return { componentName: name, importFrom: inspection.host.specifierFor(path, from), isProjectFile };
}

function planPagesApp(inspection: Inspection, place: ProviderPlace, component: Component): Plan {
  const { project, host, paths, context } = inspection;
  if (place.path !== place.folder) {
    const file = host.load(place.path);
    if (!file) return EMPTY_PLAN;
    return planOf(file, mountInPagesApp(file, componentFor(inspection, component, place.path)), MOUNT);
  }
  const extension =
    project.config.pageExtensions.find((one) => one.endsWith(`${project.language}x`)) ??
    `${project.language}x`;
  const path = `${place.folder}/_app.${extension}`;
  const { importFrom, componentName } = componentFor(inspection, component, path);
  const pagesAround = paths.filter((one) => routeRole(one, context.layout).kind === 'pages-page');
  const render = (): string => {
    const style = neighbourStyle(path, pagesAround, host);
    return createPagesApp({ language: project.language, importFrom, componentName, style });
  };
  return creationOf(path, render, MOUNT);
}
