import {
  optionsSnippet,
  type ProviderOption,
  type TracingValue,
} from '../../transforms/tracing-headers/provider-option.js';
import {
  forceProviderOption,
  type OptionTarget,
  setProviderOptions,
} from '../../transforms/tracing-headers/set-provider-options.js';
import { findProviders, type ProviderSite } from '../analysis/provider/find-provider.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import { providerFinding } from '../rules/provider.js';
import type { Span } from '../source/span.js';
import type { Inspection } from './inspect.js';
import { EMPTY_PLAN, mergePlans, type Plan, planOf, refusalOf } from './plan.js';
import { providerFiles } from './provider-places.js';
import { unwantedIn } from './suppressed-findings.js';

/** What the provider is to be given. */
export interface ProviderSettings {
  readonly value: TracingValue;
  /** Replace an explicit `false` too. */
  readonly force: boolean;
  /** Set `sessionCookie` too, which `signalProxy` reads. */
  readonly withProxy: boolean;
}

/** `addTracingHeaders: true` where nothing is said, and an explicit `false` left alone. */
export const DEFAULT_TRACING: ProviderSettings = { value: { kind: 'all' }, force: false, withProxy: false };

export type ProviderPlanner = (inspection: Inspection, options: ProviderSettings) => Plan;

/**
 * Gives what plans the provider of this app: the options in the one that is there, or a provider that is mounted where
 * no page has one. Only the latter loads jscodeshift, which takes longer than a whole `check`.
 */
export async function providerPlanner({ mounts }: Inspection): Promise<ProviderPlanner> {
  if (mounts.mounted.length > 0) return planOptions;
  const { planMount } = await import('./plan-mount.js');
  return (inspection, options) => {
    if (inspection.mounts.mounted.length > 0) return planOptions(inspection, options);
    const unread = unreadLayout(inspection);
    if (unread) return unread;
    if (inspection.mounts.idle.length > 0)
      return mergePlans(planMount(inspection, options), planOptions(inspection, options));
    return unreadProvider(inspection) ?? planMount(inspection, options);
  };
}

/**
 * The options set wherever those of a provider were found without them; refusals for the providers in which only a
 * person can set them. Options that one object lacks together are one list of edits.
 */
export function planOptions(inspection: Inspection, settings: ProviderSettings): Plan {
  const { host } = inspection;
  const isUnwanted = unwantedIn(inspection);
  const providers = inspection.providers.filter((site) => {
    const finding = providerFinding(site);
    return finding === undefined || !isUnwanted(finding);
  });
  const tracing: ProviderOption = { name: 'addTracingHeaders', value: settings.value };
  const cookies = settings.withProxy ? cookieSites(inspection) : [];
  const own = cookies.filter(({ module }) => module === OWN_CLIENT);
  const foreign = new Map(
    cookies.filter(({ module }) => module !== OWN_CLIENT).map(({ path, module }) => [path, module]),
  );
  const wanted: Wanted[] = [
    { option: tracing, sites: providers },
    { option: { name: 'sessionCookie' }, sites: own },
  ];
  const files = new Set(
    wanted.flatMap(({ sites }) => sites.flatMap((site) => pathsOf(site, settings.force))),
  );
  const plans = [
    ...refusals(providers, own, settings),
    ...[...foreign].map(([path, module]) => cookieUnknown(path, module)),
  ];
  for (const path of files) {
    const file = host.load(path);
    if (!file) continue;
    const asked = wanted.map(({ option, sites }) => ({
      option,
      targets: sites.flatMap((site) => targetsIn(path, site)),
      values: settings.force ? sites.flatMap((site) => switchedOffIn(path, site)) : [],
    }));
    const names = asked.filter(({ targets, values }) => targets.length + values.length > 0);
    const summary = `turn on ${names.map(({ option }) => option.name).join(' and ')}`;
    plans.push(planOf(file, setProviderOptions(file, asked), summary));
    for (const { option, values } of asked)
      plans.push(planOf(file, forceProviderOption(file, option, values), summary));
  }
  return mergePlans(...plans);
}

/** Our own provider alone writes the cookie, so in another's nothing can be set. */
export function cookieUnknown(path: string, module: string): Plan {
  return refusalOf({
    path,
    why: `sessionCookie is an option of the SignalNextProvider of ${OWN_CLIENT}, and this one comes from ${module}, so it writes no cookie that signalProxy could read.`,
    instead: `Render the one of ${OWN_CLIENT} with \`sessionCookie: true\`, or do without \`--with-proxy\`.`,
  });
}

const OWN_CLIENT = `${OWN_PACKAGE}/client`;

interface Wanted {
  readonly option: ProviderOption;
  readonly sites: readonly ProviderSite[];
}

function cookieSites({ paths, host, clientModules }: Inspection): ProviderSite[] {
  return findProviders(paths, host, { clientModules, option: 'sessionCookie' });
}

/** The files in which something is to be set for this provider. */
function pathsOf({ option }: ProviderSite, force: boolean): string[] {
  if (option.kind === 'missing') return option.insertInto.map(({ path }) => path);
  return option.kind === 'disabled' && force ? [option.path] : [];
}

function targetsIn(path: string, { option }: ProviderSite): OptionTarget[] {
  return option.kind === 'missing' ? option.insertInto.filter((target) => target.path === path) : [];
}

function switchedOffIn(path: string, { option }: ProviderSite): Span[] {
  return option.kind === 'disabled' && option.path === path ? [option] : [];
}

/** What is left to the person; a provider whose options cannot be followed gets one snippet with all that it needs. */
function refusals(
  tracing: readonly ProviderSite[],
  cookie: readonly ProviderSite[],
  { value, force }: ProviderSettings,
): Plan[] {
  const isLostIn = (sites: readonly ProviderSite[], one: ProviderSite): boolean =>
    sites.some(
      ({ path, start, option }) =>
        path === one.path &&
        start === one.start &&
        option.kind === 'unfollowable' &&
        isSame(option, one.option),
    );
  const forTracing = tracing.map((site) => {
    const isForced = force && site.option.kind === 'disabled';
    const finding = isForced || isLostIn(cookie, site) ? undefined : providerFinding(site);
    if (finding?.help === undefined) return EMPTY_PLAN;
    return refusalOf({ path: finding.path, why: finding.message, instead: finding.help });
  });
  const forCookie = cookie.map((site) => {
    const needs: ProviderOption[] = isLostIn(tracing, site) ? [{ name: 'addTracingHeaders', value }] : [];
    return cookieRefusal(site, [...needs, { name: 'sessionCookie' }], force);
  });
  return [...forTracing, ...forCookie];
}

function isSame(option: ProviderSite['option'], other: ProviderSite['option']): boolean {
  return option.kind === 'unfollowable' && other.kind === 'unfollowable' && option.why === other.why;
}

function cookieRefusal(
  { path, option, optionsText }: ProviderSite,
  needs: readonly ProviderOption[],
  force: boolean,
): Plan {
  switch (option.kind) {
    case 'enabled':
    case 'dynamic':
    case 'missing':
      return EMPTY_PLAN;
    case 'disabled':
      return force
        ? EMPTY_PLAN
        : refusalOf({
            path: option.path,
            why: `sessionCookie is switched off in ${option.path}, so signalProxy finds no session in the cookies.`,
            instead: 'If that is not on purpose, run `npx signal-next init --with-proxy --force`.',
          });
    case 'unfollowable':
      return refusalOf({
        path,
        why: `The options of SignalNextProvider cannot be followed, because ${option.why}.`,
        instead: `Set ${needs.length > 1 ? 'them' : 'it'} at the element: ${optionsSnippet(optionsText, needs)}`,
      });
  }
}

/** Where the provider is to be mounted could not be read or parsed. */
function unreadLayout(inspection: Inspection): Plan | undefined {
  const problems = inspection.host.problems();
  const places = problems.length === 0 ? [] : providerFiles(inspection);
  const unread = problems.find(({ path }) => places.includes(path));
  return unread && refuseToMount(unread.path, 'It could not be read, so no provider was mounted in it.');
}

/** A file that may well render the provider could not be read or parsed. */
function unreadProvider({ host }: Inspection): Plan | undefined {
  const unread = host.problems().find(({ path }) => (host.text(path) ?? '').includes('SignalNextProvider'));
  const why = 'It mentions SignalNextProvider and could not be read, so no second provider was mounted.';
  return unread && refuseToMount(unread.path, why);
}

function refuseToMount(path: string, why: string): Plan {
  return refusalOf({ path, why, instead: 'Correct that file and run the command again.' });
}
