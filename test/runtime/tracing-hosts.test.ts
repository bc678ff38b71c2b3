import { expect, test } from 'vitest';
import { installTracing } from '../../runtime/client/tracing-headers.js';
import { TRACING_HOST_ENTRIES } from '../support/tracing-host-entries.js';
import { fakePage } from './fake-page.js';

/* The rule `tracing-host-unmatchable` judges the entries of `addTracingHeaders` as the runtime compares them. */

// What matches by an address that nobody writes: `http://shop.com:443`, `https://shop.com./`, `https://*/`.
const COMPARED = TRACING_HOST_ENTRIES.filter(([entry]) => !/:443$|:80$|\.$|^\*$|,|'/.test(entry));

test.each(COMPARED)(
  '%j is matched by the runtime only where the rule says nothing (%s)',
  async (entry, why) => {
    const marked = await Promise.all(urlsFor(entry).map((url) => isMarked(entry, url)));
    expect(marked.includes(true)).toBe(why === undefined);
  },
);

/** Addresses that a request to the meant host could have. */
function urlsFor(entry: string): string[] {
  const bare = entry.trim().replace(/^https?:\/\/|^\/\/|^\*?\./, '');
  const tails = [bare, `api.${bare}`, bare.replace(/\/.*$/, '')];
  return tails.flatMap((tail) => [`https://${tail}`, `http://${tail}`]).filter((url) => URL.canParse(url));
}

/** Whether the runtime marks a request to `url` when `addTracingHeaders` is `[host]`. */
async function isMarked(host: string, url: string): Promise<boolean> {
  const page = fakePage();
  const ids = () => ({ sessionId: 's', windowId: 'w', distinctId: 'd' });
  installTracing(page, { hosts: [host], ignore: [], eventsUrl: undefined, ids });
  await page.fetch(url);
  return page.requests.some(({ headers }) => headers.has('x-signal-session-id'));
}
