/** What an entry of `addTracingHeaders` is compared with: of this package's provider also the host with its port. */
export type ComparedWith = 'hostname' | 'hostname-or-host';

/** Why an entry can never be equal to the host of a request, as what follows its name in a sentence. */
export interface HostProblem {
  readonly why: string;
  /** The entry that was probably meant. */
  readonly meant: string | undefined;
}

/**
 * What keeps `entry` from ever matching a request; undefined when there are requests that it matches. Case does not
 * matter: this package's provider compares in lower case, and of another's that is not known.
 */
export function hostProblem(entry: string, compared: ComparedWith): HostProblem | undefined {
  const why = whyNever(entry, compared);
  return why === undefined ? undefined : { why, meant: hostnameIn(entry) };
}

function whyNever(entry: string, compared: ComparedWith): string | undefined {
  if (entry.trim() === '') return 'is empty';
  if (entry.includes('://') || entry.startsWith('//'))
    return 'has a scheme, and only the hostname is compared';
  if (/\s/.test(entry)) return 'has a space in it';
  if (entry.includes('*')) return 'has a wildcard, and hosts are compared as they are written';
  if (entry.includes(',')) return 'holds several hosts, and each needs an entry of its own';
  if (/[/\\?#]/.test(entry)) return 'has a path, and only the hostname is compared';
  if (entry.includes('@')) return 'has credentials in it, and only the hostname is compared';
  if (compared === 'hostname' && hasPort(entry)) return 'has a port, and the hostname is compared without it';
  if (/:(?:80|443)?$/.test(entry)) return 'has a default port, which a browser leaves out of the host';
  if (entry.startsWith('.'))
    return 'begins with a dot, and hosts are compared as they are written, without their subdomains';
  if (entry.endsWith('.')) return 'ends with a dot, which the address of a request does not';
  return isHostOfUrl(entry.toLowerCase()) ? undefined : 'is not a hostname as browsers write it';
}

function hasPort(entry: string): boolean {
  return /:\d*$/.test(entry) && !/^\[[^\]]*\]$/.test(entry);
}

/** Whether some URL has this host: browsers write hosts their own way, such as `xn--mnchen-3ya.de`. */
function isHostOfUrl(entry: string): boolean {
  const url = urlOf(`http://${entry}`);
  if (url === undefined || ![url.hostname, url.host].includes(entry)) return false;
  return isHostname(url.hostname) || url.hostname.startsWith('[');
}

/** The hostname that was probably meant. */
function hostnameIn(entry: string): string | undefined {
  const host = entry
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\/|^\/\//i, '')
    .replace(/[/\\?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d*$/, '')
    .replace(/^(?:\*\.|\.)+/, '')
    .replace(/\.+$/, '');
  const hostname = urlOf(`http://${host}`)?.hostname ?? '';
  return isHostname(hostname) ? hostname : undefined;
}

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i;

/** Whether `text` can be the name of a host in the DNS. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => LABEL.test(label));
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
