import { uuid } from './uuid.js';
import type { WireEvent } from './wire.js';

/** What a caller gives; id and time are filled in. */
export type EventInput = Omit<WireEvent, 'id' | 'timestamp' | 'properties'> & {
  timestamp?: Date | string | number | undefined;
  properties?: Record<string, unknown> | undefined;
};

/**
 * The event as JSON, so that a later change to the caller's objects does not change it and one bad event
 * cannot spoil a batch. A bigint becomes a string; an invalid timestamp becomes now.
 * @throws when the properties cannot be serialised, for example because they are circular.
 */
export function eventJson(input: EventInput): string {
  const given = new Date(input.timestamp ?? Date.now());
  const time = Number.isNaN(given.getTime()) ? new Date() : given;
  const event: WireEvent = {
    ...input,
    id: uuid(),
    timestamp: time.toISOString(),
    properties: input.properties ?? {},
  };
  return JSON.stringify(event, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
