import { SESSION_COOKIES } from '../shared/cookies.js';
import type { Browser } from './browser.js';
import type { SessionIds } from './tracing-headers.js';

const YEAR = 365 * 24 * 60 * 60;

/** The cookies of one client of a page. Nothing in here throws. */
export interface SessionCookies {
  /** Writes the ids for the next requests of the page's origin. */
  write(): void;
  remove(): void;
  /** The client writes no more: those of another client on the page are written, else they are removed. */
  leave(): void;
}

/** Per page what writes them, one for each client that does. */
const writers = new WeakMap<Browser, Set<() => void>>();

/** `sessionLeft` gives the milliseconds until the session ends. */
export function createSessionCookies(
  browser: Browser,
  ids: () => SessionIds,
  sessionLeft: () => number,
): SessionCookies {
  const all = writers.get(browser) ?? new Set();
  writers.set(browser, all);

  function write(): void {
    all.add(write);
    const { sessionId, windowId, distinctId } = ids();
    setCookie(
      browser,
      SESSION_COOKIES.session,
      () => `${encodeURIComponent(sessionId)}.${windowInFront(browser) ?? encodeURIComponent(windowId)}`,
      Math.max(0, Math.ceil(sessionLeft() / 1000)),
    );
    setCookie(browser, SESSION_COOKIES.person, () => encodeURIComponent(distinctId), YEAR);
  }

  function remove(): void {
    all.delete(write);
    for (const name of Object.values(SESSION_COOKIES)) setCookie(browser, name, () => '', 0);
  }

  function leave(): void {
    remove();
    [...all].pop()?.();
  }

  return { write, remove, leave };
}

/** The tabs of an origin share the cookie: what a tab in the background writes keeps the window of the one in front. */
function windowInFront({ document }: Browser): string | undefined {
  if (document.visibilityState !== 'hidden') return undefined;
  return new RegExp(`(?:^|; )${SESSION_COOKIES.session}=[^.;]*\\.([^;]+)`).exec(document.cookie)?.[1];
}

function setCookie(browser: Browser, name: string, value: () => string, maxAge: number): void {
  const secure = browser.location.origin.startsWith('https:') ? '; secure' : '';
  try {
    browser.document.cookie = `${name}=${value()}; path=/; max-age=${maxAge}; samesite=lax${secure}`;
  } catch {
    // No cookies here (a sandboxed frame, or an id that is not text): requests are as without the option.
  }
}
