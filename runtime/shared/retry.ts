/** Longest wait between two attempts that the receiver did not ask for. */
const LONGEST_BACKOFF = 30_000;
/** Longest wait that a receiver can ask for: a wrong date must not stop delivery for a day. */
const LONGEST_RETRY_AFTER = 300_000;

/** True for answers that another attempt can change: 429 and every 5xx. */
export function isRetryable(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Milliseconds before attempt `attempt + 1`: exponential, and random in its upper half to spread many senders. */
export function backoff(attempt: number): number {
  const ceiling = Math.min(LONGEST_BACKOFF, 125 * 2 ** attempt);
  return ceiling / 2 + (Math.random() * ceiling) / 2;
}

/** The wait that a `Retry-After` header asks for (seconds or a date, RFC 9110 §10.2.3), in milliseconds. */
export function retryAfter(header: string | null): number {
  if (!header) return 0;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
  return wait > 0 ? Math.min(wait, LONGEST_RETRY_AFTER) : 0;
}
