import { createPagesApp } from '../../transforms/mount-provider/create-pages-app.js';
import { mountInLayout } from '../../transforms/mount-provider/mount-in-layout.js';
import { mountInPagesApp } from '../../transforms/mount-provider/mount-in-pages-app.js';
import { findRootLayouts } from '../../transforms/mount-provider/root-layouts.js';
import { wrapNextConfig } from '../../transforms/next-config/wrap-next-config.js';
import { routeRole } from '../analysis/route-files.js';
import { planEnv, SIGNAL_VARIABLES } from '../init/env.js';
import { renderProvider } from '../init/render-template.js';
import { readEnvFiles } from '../project/env-files.js';
import type { Inspection } from './inspect.js';
import {
  EMPTY_PLAN,
  mergePlans,
  type Plan,
  planOf,
  planSignalModule,
  planTracing,
  type TracingOptions,
} from './plan-migrate.js';

export interface InitOptions extends TracingOptions {
  /** Wrap next.config in `withSignalConfig` instead of setting the public variables in env files. */
  readonly withConfig: boolean;
  /** Create env files in a project that has none. */
  readonly createEnv: boolean;
}

export interface InitPlan extends Plan {
  /** What the person should know beside the diff. */
  readonly notes: readonly string[];
}

/** The Signal module, the provider with tracing headers, and the environment. */
export function planInit(inspection: Inspection, options: InitOptions): InitPlan {
  const source = planInitSource(inspection, options);
  const environment = planEnvironment(inspection, source, options);
  return { ...mergePlans(source, environment), notes: environment.notes };
}

/** The part of `init` that is source code, and so has nothing left to do when it has been done. */
export function planInitSource(inspection: Inspection, options: InitOptions): Plan {
  const config = options.withConfig ? planNextConfig(inspection) : EMPTY_PLAN;
  return mergePlans(planModule(inspection), planProvider(inspection, options), config);
}

function planModule(inspection: Inspection): Plan {
  const { signalModule } = inspection;
  const isMissing = signalModule.kind === 'absent' || signalModule.facts.reader.kind === 'none';
  return isMissing ? planSignalModule(inspection) : EMPTY_PLAN;
}

/** `addTracingHeaders` in the provider that is there, or a provider of our own mounted where there is none. */
export function planProvider(inspection: Inspection, options: TracingOptions): Plan {
  if (inspection.providers.length > 0) return planTracing(inspection, options);
  const { project, host, paths, context } = inspection;
  const extension = `${project.language}x`;
  const folder = project.routers.app ?? `${project.sourceRoot === 'src' ? 'src/' : ''}lib`;
  const path = `${folder}/signal-provider.${extension}`;
  if (host.text(path) !== undefined) {
    return {
      changes: [],
      refusals: [
        {
          path,
          why: 'This file exists and renders no SignalNextProvider, so the provider was not generated.',
          instead:
            'Render `<SignalNextProvider options={{ …, addTracingHeaders: true }}>` around your app yourself.',
        },
      ],
    };
  }
  const tracingHosts = options.value.kind === 'hosts' ? options.value.hosts : [];
  const text = renderProvider({ language: project.language, sdk: project.sdk, tracingHosts });
  const mounted: Plan[] = [];
  for (const layout of findRootLayouts(paths, context.layout)) {
    const file = host.load(layout);
    if (file)
      mounted.push(
        planOf(file, mountInLayout(file, componentFor(inspection, path, layout)), 'mount the provider'),
      );
  }
  if (project.routers.pages !== undefined)
    mounted.push(planPagesApp(inspection, project.routers.pages, path));
  const plan = mergePlans(...mounted);
  if (plan.changes.length === 0) return plan;
  return mergePlans(
    {
      changes: [{ kind: 'create', path, text, summary: 'the provider, with addTracingHeaders' }],
      refusals: [],
    },
    plan,
  );
}

function componentFor(
  { host }: Inspection,
  to: string,
  from: string,
): { componentName: string; importFrom: string } {
  return { componentName: 'SignalProvider', importFrom: host.specifierFor(to, from) };
}

function planPagesApp(inspection: Inspection, pages: string, provider: string): Plan {
  const { project, host, paths, context } = inspection;
  const existing = paths.find((path) => routeRole(path, context.layout).kind === 'pages-app');
  if (existing !== undefined) {
    const file = host.load(existing);
    if (!file) return EMPTY_PLAN;
    return planOf(
      file,
      mountInPagesApp(file, componentFor(inspection, provider, existing)),
      'mount the provider',
    );
  }
  const extension =
    project.config.pageExtensions.find((one) => one.endsWith(`${project.language}x`)) ??
    `${project.language}x`;
  const path = `${pages}/_app.${extension}`;
  const { importFrom } = componentFor(inspection, provider, path);
  const text = createPagesApp({ language: project.language, importFrom });
  return { changes: [{ kind: 'create', path, text, summary: 'mount the provider' }], refusals: [] };
}

function planNextConfig({ project, host }: Inspection): Plan {
  const { path } = project.config;
  if (path?.startsWith('../')) {
    const why = 'The config belongs to more than this app, and nothing outside the app is written.';
    const instead = `Wrap its export by hand: \`withSignalConfig(…)\` from ${project.sdk.config}.`;
    return { changes: [], refusals: [{ path, why, instead }] };
  }
  if (path === undefined) {
    const created =
      project.language === 'ts' && project.next.major >= 15 ? 'next.config.ts' : 'next.config.mjs';
    const text = `import { withSignalConfig } from '${project.sdk.config}';\n\nexport default withSignalConfig({});\n`;
    return { changes: [{ kind: 'create', path: created, text, summary: 'wrap the config' }], refusals: [] };
  }
  const file = host.load(path);
  return file ? planOf(file, wrapNextConfig(file, project.sdk.config), 'wrap the config') : EMPTY_PLAN;
}

/** Adds the variables that the code reads, generated code included, and no others. */
function planEnvironment(
  inspection: Inspection,
  planned: Plan,
  { withConfig, createEnv }: InitOptions,
): Plan & { notes: readonly string[] } {
  const env = readEnvFiles(inspection.project);
  const created = planned.changes.flatMap((change) => (change.kind === 'create' ? [change.text] : []));
  const texts = [...created, ...inspection.paths.map((path) => inspection.host.text(path) ?? '')];
  const fromConfig = withConfig ? ['NEXT_PUBLIC_SIGNAL_ENDPOINT', 'NEXT_PUBLIC_SIGNAL_PROJECT_ID'] : [];
  const wanted = SIGNAL_VARIABLES.filter(
    ({ key }) => !fromConfig.includes(key) && texts.some((text) => new RegExp(`\\b${key}\\b`).test(text)),
  );
  const { changes, notes } = planEnv({ files: env.files, wanted, createMissing: createEnv });
  const refusals = env.unreadable.map(({ path, message, next }) => ({ path, why: message, instead: next }));
  const secret = changes.some(({ path }) => path === '.env.local') && env.ignored('.env.local') === false;
  return {
    changes,
    refusals,
    notes: secret
      ? [...notes, '.env.local is not ignored by git. Add it to .gitignore before it holds a key.']
      : notes,
  };
}
