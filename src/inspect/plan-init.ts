import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, mergePlans, type Plan } from './plan.js';
import { type EnvironmentOptions, type EnvironmentPlan, planEnvironment } from './plan-environment.js';
import { planNextConfig } from './plan-next-config.js';
import type { ProviderPlanner, TracingOptions } from './plan-provider.js';
import { lacksReader } from './plan-signal-module.js';

/** `withConfig` wraps next.config in `withSignalConfig` instead of setting the public variables in env files. */
export interface InitPlanOptions extends TracingOptions, EnvironmentOptions {}

/** The Signal module, the provider with tracing headers, and the environment. */
export function planInit(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): EnvironmentPlan {
  const source = planInitSource(inspection, planProvider, options);
  const environment = planEnvironment(inspection, source, options);
  return { ...environment, ...mergePlans(source, environment) };
}

/** The part of `init` that is source code, and so has nothing left to do when it has been done. */
export function planInitSource(
  inspection: Inspection,
  planProvider: ProviderPlanner,
  options: InitPlanOptions,
): Plan {
  return mergePlans(
    lacksReader(inspection.signalModule) ? inspection.completion : EMPTY_PLAN,
    planProvider(inspection, options),
    options.withConfig ? planNextConfig(inspection) : EMPTY_PLAN,
  );
}
