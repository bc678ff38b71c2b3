import { uuid } from '../shared/uuid.js';
import type { Browser } from './browser.js';
import { safeStorage } from './storage.js';

const IDLE = 30 * 60_000;
const LONGEST = 24 * 60 * 60_000;
/** Clocks are set back a little now and then. */
const SKEW = 60_000;
/** Activity is written at most this often; a click a second needs no write a second. */
const WRITE_EVERY = 5_000;

const WINDOW_ID = Symbol.for('signal-next.window-id');
const WINDOW = 'signal.window';
const TAKEN = 'signal.window.taken';

/** Who is at the page, in which session, in which tab. */
export interface Identity {
  /** The session for something that happens now: renewed after 30 minutes idle or 24 hours, and kept alive. */
  activeSession(): string;
  /** The session for a request: starts none by idleness and keeps none alive, or polling would. */
  currentSession(): string;
  /** Milliseconds until the current session ends if nothing happens; negative when it is idle for too long. */
  sessionLeft(): number;
  windowId(): string;
  distinctId(): string;
  setDistinctId(id: string): void;
  /** A new anonymous person in a new session. */
  reset(): void;
}

interface StoredSession {
  id: string;
  started: number;
  active: number;
}

/**
 * Sessions and persons are shared by the tabs of an origin (localStorage), window ids are not (sessionStorage).
 * `onChange` is called when this page has changed or prolonged the session, or changed the person.
 */
export function createIdentity(browser: Browser, projectId: string, onChange: () => void): Identity {
  const shared = safeStorage(() => browser.localStorage);
  const own = safeStorage(() => browser.sessionStorage);
  const key = (name: string) => `signal.${projectId}.${name}`;

  function session(renewIdle: boolean): StoredSession {
    const now = Date.now();
    const stored = parseSession(shared.getItem(key('session')));
    if (!stored || left(stored.started, LONGEST, now) < 0) return newSession(now);
    if (renewIdle && left(stored.active, IDLE, now) < 0) return newSession(now);
    return renewIdle && now - stored.active > WRITE_EVERY ? write({ ...stored, active: now }) : stored;
  }

  function newSession(now: number): StoredSession {
    return write({ id: uuid(), started: now, active: now });
  }

  function write(stored: StoredSession): StoredSession {
    shared.setItem(key('session'), JSON.stringify(stored));
    onChange();
    return stored;
  }

  /**
   * "Duplicate tab" copies sessionStorage. A page marks its window id as taken and takes the mark off when it is
   * left, so a mark that is found on arrival was copied from a tab that still lives, and a new id is due.
   */
  function windowId(): string {
    // On the page itself too: a second client in it (changed options, hot reload) is in the same tab.
    const known: unknown = Reflect.get(browser, WINDOW_ID);
    if (typeof known === 'string') return known;
    const stored = own.getItem(WINDOW);
    // A frame shares the storage, and the window, of its tab. Whether that is a duplicate its page decides.
    const isFrame = browser.parent !== browser;
    const id = stored && (isFrame || !own.getItem(TAKEN)) ? stored : uuid();
    own.setItem(WINDOW, id);
    Reflect.set(browser, WINDOW_ID, id);
    if (!isFrame) {
      own.setItem(TAKEN, '1');
      // For as long as the page lives, which may be longer than a provider is mounted.
      browser.addEventListener('pagehide', () => own.removeItem(TAKEN));
      browser.addEventListener('pageshow', () => own.setItem(TAKEN, '1'));
    }
    return id;
  }

  function distinctId(): string {
    return shared.getItem(key('person')) || newPerson();
  }

  function newPerson(): string {
    const id = uuid();
    shared.setItem(key('person'), id);
    return id;
  }

  return {
    activeSession: () => session(true).id,
    currentSession: () => session(false).id,
    sessionLeft() {
      const { started, active } = session(false);
      const now = Date.now();
      return Math.min(left(active, IDLE, now), left(started, LONGEST, now));
    },
    windowId,
    distinctId,
    setDistinctId(id) {
      shared.setItem(key('person'), id);
      onChange();
    },
    reset() {
      // At once, because other tabs hold on to the last person until they read the next.
      newPerson();
      newSession(Date.now());
    },
  };
}

/** Milliseconds of `limit` that are left; negative also when `since` lies in the future, where a clock that was wrong has put it. */
function left(since: number, limit: number, now: number): number {
  return since > now + SKEW ? -1 : limit - (now - since);
}

function parseSession(text: string | null): StoredSession | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isSession(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is StoredSession {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'started' in value &&
    typeof value.started === 'number' &&
    'active' in value &&
    typeof value.active === 'number'
  );
}
