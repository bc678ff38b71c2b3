import type { Log } from '../shared/log.js';
import type { Browser } from './browser.js';
import { patch } from './patch.js';

/**
 * Calls `onAddress` with the address (without its fragment) now and after each call of the History API, in which the
 * navigations of both of Next's routers end; an address may be repeated. Returns what ends it.
 */
export function watchAddress(browser: Browser, log: Log, onAddress: (address: string) => void): () => void {
  let active = true;

  function look(): void {
    if (active) onAddress(browser.location.href.replace(/#.*/, ''));
  }

  const { history } = browser;
  const patches = (['pushState', 'replaceState'] as const).map((name) => {
    const made = patch(
      history,
      name,
      (original) =>
        function navigate(this: unknown, ...args: Parameters<typeof original>) {
          original.apply(this ?? history, args);
          look();
        },
    );
    if (!made) log.debug(`history.${name} cannot be wrapped here, so it makes no page views.`);
    return made;
  });
  browser.addEventListener('popstate', look);
  look();
  return () => {
    active = false;
    browser.removeEventListener('popstate', look);
    for (const made of patches) made?.takeOff();
  };
}
