/** What the runtime tells the developer: never header values, properties or keys, only counts and causes. */
export interface Log {
  debug(message: string): void;
  warn(message: string): void;
  /** Warns the first time only, for what would repeat with every event. */
  warnOnce(message: string): void;
}

export function createLog(debug: boolean): Log {
  const said = new Set<string>();
  const warn = (message: string) => console.warn(`[signal] ${message}`);
  return {
    debug(message) {
      if (debug) console.log(`[signal] ${message}`);
    },
    warn,
    warnOnce(message) {
      if (said.has(message)) return;
      said.add(message);
      warn(message);
    },
  };
}
