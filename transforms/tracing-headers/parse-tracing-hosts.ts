import { hostProblem, isHostname } from '../../src/analysis/tracing-host.js';
import type { TracingValue } from './provider-option.js';

export type ParsedHosts =
  | Extract<TracingValue, { kind: 'hosts' }>
  | { readonly kind: 'invalid'; readonly message: string };

/**
 * Reads `--tracing-hosts a,b`. The SDK compares each entry with the hostname of a request, so anything that is not
 * a bare hostname would never match: ports, schemes, paths and wildcards are rejected with what to write instead.
 */
export function parseTracingHosts(text: string): ParsedHosts {
  const hosts: string[] = [];
  for (const entry of text.split(',')) {
    const problem = problemOf(entry);
    if (problem !== undefined) return { kind: 'invalid', message: `--tracing-hosts: ${problem}` };
    const host = entry.toLowerCase();
    if (!hosts.includes(host)) hosts.push(host);
  }
  return { kind: 'hosts', hosts };
}

function problemOf(entry: string): string | undefined {
  if (entry.trim() === '') {
    return 'a host is empty. Separate hostnames with single commas, such as `api.example.com,example.com`.';
  }
  const never = hostProblem(entry, 'hostname');
  if (never === undefined && isHostname(entry)) return undefined;
  const instead = never?.meant === undefined ? 'a hostname such as `api.example.com`' : `\`${never.meant}\``;
  return `${JSON.stringify(entry)} ${never?.why ?? 'is not a hostname'}. Write ${instead}.`;
}
