/** Clean, or done. */
export const EXIT_OK = 0;
/** `check` found something that `migrate` or `init` would change. */
export const EXIT_FINDINGS = 1;
/** Usage, configuration, or input that could not be read. */
export const EXIT_USAGE = 2;
/** The person cancelled; nothing was written. */
export const EXIT_CANCELLED = 130;

export type ExitCode = typeof EXIT_OK | typeof EXIT_FINDINGS | typeof EXIT_USAGE | typeof EXIT_CANCELLED;
