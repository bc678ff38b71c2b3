import { SESSION_COOKIES } from '../shared/cookies.js';
import type { Browser } from './browser.js';
import type { SessionIds } from './tracing-headers.js';

const YEAR = 365 * 24 * 60 * 60;

/** Writes the ids for the next requests of the page's origin. `sessionLeft`: milliseconds until the session ends. */
export function writeSessionCookies(browser: Browser, ids: SessionIds, sessionLeft: number): void {
  const session = [ids.sessionId, ids.windowId].map(encodeURIComponent).join('.');
  setCookie(browser, SESSION_COOKIES.session, session, Math.max(0, Math.ceil(sessionLeft / 1000)));
  setCookie(browser, SESSION_COOKIES.person, encodeURIComponent(ids.distinctId), YEAR);
}

export function removeSessionCookies(browser: Browser): void {
  for (const name of Object.values(SESSION_COOKIES)) setCookie(browser, name, '', 0);
}

function setCookie(browser: Browser, name: string, value: string, maxAge: number): void {
  const secure = browser.location.origin.startsWith('https:') ? '; secure' : '';
  browser.document.cookie = `${name}=${value}; path=/; max-age=${maxAge}; samesite=lax${secure}`;
}
