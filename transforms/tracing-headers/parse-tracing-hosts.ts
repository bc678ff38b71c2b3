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

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

function problemOf(entry: string): string | undefined {
  const shown = JSON.stringify(entry);
  if (entry.trim() === '') {
    return 'a host is empty. Separate hostnames with single commas, such as `api.example.com,example.com`.';
  }
  const bare = hostnameIn(entry);
  const instead = bare === undefined ? 'Write a hostname such as `api.example.com`.' : `Write \`${bare}\`.`;
  if (entry.includes('://') || entry.startsWith('//')) {
    return `${shown} has a scheme, and only the hostname is compared. ${instead}`;
  }
  if (/\s/.test(entry)) return `${shown} has a space in it. ${instead}`;
  if (entry.includes('*')) {
    return `${shown} has a wildcard, and hosts are compared as they are written. Name each host, such as \`${bare ?? 'api.example.com'}\`.`;
  }
  if (/[/\\?#]/.test(entry)) return `${shown} has a path, and only the hostname is compared. ${instead}`;
  if (entry.includes('@')) return `${shown} has credentials in it. ${instead}`;
  if (/:\d*$/.test(entry)) return `${shown} has a port, and the hostname is compared without it. ${instead}`;
  if (!isHostname(entry)) return `${shown} is not a hostname. ${instead}`;
  return undefined;
}

/** The hostname that was probably meant. */
function hostnameIn(entry: string): string | undefined {
  const host = entry
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, '')
    .replace(/[/\\?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d*$/, '')
    .replace(/^(?:\*\.)+/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return isHostname(host) ? host : undefined;
}

function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label));
}
