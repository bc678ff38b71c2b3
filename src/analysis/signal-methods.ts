/** The three ids that the browser sends in the `x-signal-*` headers. */
export type SessionKey = 'sessionId' | 'windowId' | 'distinctId';

/** What joins an event to a session; the third says who somebody is. */
export const SESSION_KEYS = ['sessionId', 'windowId'] as const satisfies readonly SessionKey[];

export const HEADER_NAMES: Readonly<Record<SessionKey, string>> = {
  sessionId: 'x-signal-session-id',
  windowId: 'x-signal-window-id',
  distinctId: 'x-signal-distinct-id',
};

export const ALL_SESSION_KEYS = Object.keys(HEADER_NAMES) as readonly SessionKey[];

/** Where a session-carrying method takes the session. Positions count from 0. */
export type SessionSlot =
  | { readonly kind: 'object-keys' }
  | {
      readonly kind: 'positions';
      readonly sessionId: number;
      readonly windowId: number;
      /** How many arguments before the session the method cannot do without. */
      readonly required: number;
    };

export type SessionMethod =
  | 'capture'
  | 'identify'
  | 'alias'
  | 'group'
  | 'groupIdentify'
  | 'setPersonProperties'
  | 'setPersonPropertiesOnce';

const SLOTS: Readonly<Record<SessionMethod, SessionSlot>> = {
  capture: { kind: 'object-keys' },
  identify: { kind: 'object-keys' },
  alias: { kind: 'positions', sessionId: 2, windowId: 3, required: 2 },
  setPersonProperties: { kind: 'positions', sessionId: 2, windowId: 3, required: 2 },
  setPersonPropertiesOnce: { kind: 'positions', sessionId: 2, windowId: 3, required: 2 },
  groupIdentify: { kind: 'positions', sessionId: 1, windowId: 2, required: 1 },
  group: { kind: 'positions', sessionId: 4, windowId: 5, required: 3 },
};

export function isSessionMethod(name: string): name is SessionMethod {
  return Object.hasOwn(SLOTS, name);
}

export function slotOf(method: SessionMethod): SessionSlot {
  return SLOTS[method];
}
