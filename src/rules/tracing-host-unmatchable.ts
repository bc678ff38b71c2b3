import type { ListedText, ProviderSite } from '../analysis/provider/find-provider.js';
import { type ComparedWith, type HostProblem, hostProblem } from '../analysis/tracing-host.js';
import type { Finding } from './finding.js';

/** The only provider whose matcher is known: it takes a host with its port too (runtime/client/tracing-headers.ts). */
const OWN_PROVIDER = 'signal-next/client';

/** The entries of a provider's `addTracingHeaders` that no request can match. */
export function tracingHostUnmatchable(site: ProviderSite): Finding[] {
  return site.listed.flatMap((entry) => {
    const problem = problemOf(entry, site);
    return problem ? [findingAt(entry, problem)] : [];
  });
}

/** Whether none of the hosts that a provider lists can be that of a request. */
export function listsNoHost(site: ProviderSite): boolean {
  return site.listed.length > 0 && site.listed.every((entry) => problemOf(entry, site) !== undefined);
}

function problemOf({ text }: ListedText, { module }: ProviderSite): HostProblem | undefined {
  const compared: ComparedWith = module === OWN_PROVIDER ? 'hostname-or-host' : 'hostname';
  return text === undefined ? undefined : hostProblem(text, compared);
}

function findingAt({ text = '', path, start, end }: ListedText, { why, meant }: HostProblem): Finding {
  return {
    rule: 'tracing-host-unmatchable',
    severity: 'warning',
    path,
    start,
    end,
    message: `${text.trim() === '' ? 'An entry' : `'${text}'`} in addTracingHeaders ${why}, so no request matches it and none to that host carries the session.`,
    labelText: 'no request matches this',
    labels: [],
    fixedBy: undefined,
    help:
      meant === undefined
        ? "Write the hostname alone, such as 'api.example.com', or remove the entry."
        : `Write '${meant}'${why.includes('subdomains') || why.includes('wildcard') ? ', and one entry for each other host' : ''}.`,
  };
}
