import { EXIT_CANCELLED, EXIT_USAGE, type ExitCode } from './exit-codes.js';

/** The command cannot go on as it was called. The message says what happened, where, and what to do next. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The person said no, or pressed Ctrl-C, before anything was written. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';

  constructor(message = 'Cancelled. Nothing was written.') {
    super(message);
  }
}

/** The exit code for an error that ended a command. A defect of ours is 2 as well: 1 means findings. */
export function exitCodeFor(error: unknown): ExitCode {
  return error instanceof Cancelled ? EXIT_CANCELLED : EXIT_USAGE;
}
