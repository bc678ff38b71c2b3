import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, mergePlans } from './plan.js';
import { type EnvironmentOptions, type EnvironmentPlan, planEnvironment } from './plan-environment.js';
import { planModuleUpdate } from './plan-module-update.js';
import { planNextConfig } from './plan-next-config.js';
import type { ProviderPlanner, ProviderSettings } from './plan-provider.js';
import { type ProxyPlan, planProxy, runsProxy } from './plan-proxy.js';
import { lacksReader } from './plan-signal-module.js';

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

/** The part of `init` that is source code, and so has nothing left to do when it has been done. */
export function planInitSource(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): ProxyPlan {
  const proxy = options.withProxy ? planProxy(inspection) : { ...EMPTY_PLAN, notes: [] };
  const plan = mergePlans(
    lacksReader(inspection.signalModule) ? inspection.completion : planModuleUpdate(inspection),
    planProvider(inspection, { ...options, withProxy: options.withProxy && runsProxy(inspection.project) }),
    options.withConfig ? planNextConfig(inspection) : EMPTY_PLAN,
    proxy,
  );
  return { ...plan, notes: proxy.notes };
}
