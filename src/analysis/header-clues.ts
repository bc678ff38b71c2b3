/**
 * What every text holds that names, or nearly names, a session header (`almostSessionHeader`): `signal` right before the
 * second word, or the beginning of a name that has its slips in `signal`.
 */
export const SESSION_HEADER =
  /x-signal-|ignal[-_.]?(?:session|window|distinct)|['"`]x[-_]s[\w-]{3,7}[-_.]?(?:ses|win|dis)/i;

/** What every text holds that lists the headers which pages of other origins may send. */
export const ALLOW_LIST = /access-control-allow-headers|\ballow(?:ed)?Headers\b/i;
