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

/** A call that the system refused (no permission, disk full): a fact about the machine, not a defect. */
export function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}
