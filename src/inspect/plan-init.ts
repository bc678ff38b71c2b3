import { providerMissing } from '../rules/provider.js';
import { signalModuleOutdated } from '../rules/signal-module-outdated.js';
import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, mergePlans, type Plan } from './plan.js';
import { type EnvironmentOptions, type EnvironmentPlan, planEnvironment } from './plan-environment.js';
import { outdatedModuleParts, planModuleUpdate } from './plan-module-update.js';
import { planNextConfig } from './plan-next-config.js';
import { type ProviderPlanner, type ProviderSettings, planOptions } from './plan-provider.js';
import { type ProxyPlan, planProxy, runsProxy } from './plan-proxy.js';
import { lacksReader } from './plan-signal-module.js';
import { isUnwanted } from './suppressed-findings.js';

/**
 * `withConfig` wraps next.config in `withSignalConfig` instead of setting the public variables in env files;
 * `withProxy` mounts `signalProxy` and has the provider write the cookie that it reads.
 */
export interface InitPlanOptions extends ProviderSettings, EnvironmentOptions {}

/** The Signal module, the provider with tracing headers, the proxy where it is wanted, and the environment. */
export function planInit(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): EnvironmentPlan {
  const source = planInitSource(inspection, planProvider, options);
  const environment = planEnvironment(inspection, source, options);
  return {
    ...environment,
    ...mergePlans(source, environment),
    notes: [...source.notes, ...environment.notes],
  };
}

/** The Signal module as it is to be, unless that it is outdated is suppressed in it. */
function wantedModule(inspection: Inspection): Plan {
  const { signalModule, completion } = inspection;
  if (lacksReader(signalModule)) return completion;
  const outdated = signalModuleOutdated(signalModule.path, outdatedModuleParts(inspection));
  return outdated && isUnwanted(outdated, inspection) ? EMPTY_PLAN : planModuleUpdate(inspection);
}

/** The provider, unless what would be reported without it is suppressed where it would be mounted. */
function wantedProvider(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): Plan {
  const settings = { ...options, withProxy: options.withProxy && runsProxy(inspection.project) };
  const plan = planProvider(inspection, settings);
  const [place] = [...plan.changes, ...plan.refusals];
  if (inspection.mounts.mounted.length > 0 || place === undefined) return plan;
  return isUnwanted(providerMissing(place.path), inspection) ? planOptions(inspection, settings) : plan;
}

/** The part of `init` that is source code, and so has nothing left to do when it has been done. */
export function planInitSource(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): ProxyPlan {
  const proxy = options.withProxy ? planProxy(inspection) : { ...EMPTY_PLAN, notes: [] };
  const plan = mergePlans(
    wantedModule(inspection),
    wantedProvider(inspection, planProvider, options),
    options.withConfig ? planNextConfig(inspection) : EMPTY_PLAN,
    proxy,
  );
  return { ...plan, notes: proxy.notes };
}
