import type { Span } from '../source/span.js';

export type { Span };

/** A span in a file of the app. */
export interface FilePlace extends Span {
  readonly path: string;
}

/** A place that explains a finding: the request that is at hand, the constant that holds the options, … */
export interface Label extends FilePlace {
  readonly text: string;
}

export type RuleId =
  | 'session-not-forwarded'
  | 'session-partly-forwarded'
  | 'session-lost'
  | 'sync-headers'
  | 'signal-module-missing'
  | 'signal-module-incomplete'
  | 'signal-module-outdated'
  | 'provider-missing'
  | 'provider-without-tracing-headers'
  | 'provider-tracing-disabled'
  | 'tracing-host-unmatchable'
  | 'session-refused'
  | 'provider-refused'
  | 'placeholder-distinct-id'
  | 'misspelled-header'
  | 'cors-headers-not-allowed'
  | 'event-may-be-lost'
  | 'unreasoned-suppression'
  | 'unused-suppression'
  | 'unknown-rule-in-suppression'
  | 'stale-baseline-entry';

export type Severity = 'error' | 'warning' | 'note';

/** One thing `check` says about one place. `fixedBy` names the command whose plan removes it. */
export interface Finding extends Span {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly path: string;
  /** One sentence: what is wrong and what it costs. */
  readonly message: string;
  /** Shown under the primary span. */
  readonly labelText: string;
  readonly labels: readonly Label[];
  /** Places beside those of the labels that the finding hangs on: in the helpers between a call and the event that it sends. */
  readonly dependsOn?: readonly FilePlace[];
  /** The command that fixes it; undefined for what only a person can decide. */
  readonly fixedBy: 'migrate' | 'init' | undefined;
  /** What to do by hand where no command fixes it. */
  readonly help: string | undefined;
}
