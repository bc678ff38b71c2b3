import {
  enableTracingHeaders,
  forceTracingHeaders,
  type TracingTarget,
} from '../../transforms/tracing-headers/enable-tracing-headers.js';
import type { TracingValue } from '../../transforms/tracing-headers/tracing-value.js';
import type { ProviderSite } from '../analysis/provider/find-provider.js';
import { providerFinding } from '../rules/provider.js';
import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, mergePlans, type Plan, planOf, refusalOf } from './plan.js';

export interface TracingOptions {
  readonly value: TracingValue;
  /** Replace an explicit `false` too. */
  readonly force: boolean;
}

/** `addTracingHeaders: true` where nothing is said, and an explicit `false` left alone. */
export const DEFAULT_TRACING: TracingOptions = { value: { kind: 'all' }, force: false };

export type ProviderPlanner = (inspection: Inspection, options: TracingOptions) => Plan;

/**
 * Gives what plans the provider of this app: `addTracingHeaders` in the one that is there, or a provider of our own
 * mounted where there is none. Only the latter loads jscodeshift, which takes longer than a whole `check`.
 */
export async function providerPlanner({ providers }: Inspection): Promise<ProviderPlanner> {
  if (providers.length > 0) return planTracing;
  const { planMount } = await import('./plan-mount.js');
  return (inspection, options) => {
    if (inspection.providers.length > 0) return planTracing(inspection, options);
    const unread = unreadProvider(inspection);
    return unread === undefined ? planMount(inspection, options) : refuseToMount(unread);
  };
}

/**
 * `addTracingHeaders` set wherever the options of a provider were found without it; refusals for the providers in
 * which only a person can set it.
 */
export function planTracing({ providers, host }: Inspection, { value, force }: TracingOptions): Plan {
  const missing = new Map<string, TracingTarget[]>();
  const disabled = new Map<string, TracingTarget[]>();
  const add = (to: Map<string, TracingTarget[]>, path: string, target: TracingTarget): void => {
    to.set(path, [...(to.get(path) ?? []), target]);
  };
  for (const { tracing } of providers) {
    if (tracing.kind === 'missing')
      for (const target of tracing.insertInto) add(missing, target.path, target);
    if (tracing.kind === 'disabled' && force) add(disabled, tracing.path, tracing);
  }
  const plans = providers.map((site) => refusalFor(site, force));
  for (const [targets, change] of [
    [missing, enableTracingHeaders],
    [disabled, forceTracingHeaders],
  ] as const) {
    for (const [path, places] of targets) {
      const file = host.load(path);
      if (file) plans.push(planOf(file, change(file, places, value), 'turn on addTracingHeaders'));
    }
  }
  return mergePlans(...plans);
}

function refusalFor(site: ProviderSite, force: boolean): Plan {
  const finding = force && site.tracing.kind === 'disabled' ? undefined : providerFinding(site);
  if (finding?.help === undefined) return EMPTY_PLAN;
  return refusalOf({ path: finding.path, why: finding.message, instead: finding.help });
}

/** A file that may well render the provider, but could not be read or parsed. */
function unreadProvider({ host }: Inspection): string | undefined {
  return host.problems().find(({ path }) => (host.text(path) ?? '').includes('SignalNextProvider'))?.path;
}

function refuseToMount(path: string): Plan {
  const why = 'It mentions SignalNextProvider and could not be read, so no second provider was mounted.';
  return refusalOf({ path, why, instead: 'Correct that file and run the command again.' });
}
