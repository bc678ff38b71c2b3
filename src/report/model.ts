import type { Verdict } from '../analysis/model.js';
import type { Project } from '../project/model.js';
import type { Finding, Span } from '../rules/finding.js';
import type { Position } from '../source/positions.js';
import type { CoverageEntry } from './coverage.js';
import type { Ledger, Refusal } from './ledger.js';

/** What one run has to say, as plain data: the command makes it once, and every reporter is a function of it. */
export interface Report {
  readonly tool: { readonly name: 'signal-next'; readonly version: string };
  /** The folder that services name files from: the repository's root. Absolute, symlinks resolved. */
  readonly root: string;
  /** `changed`: only what differs from a base was looked at. */
  readonly mode: 'full' | 'changed';
  readonly apps: readonly AppReport[];
  /** What ended the run early; the apps are then those that it got to. */
  readonly errors: readonly RunError[];
}

export interface RunError {
  /** `usage`: the command line or the configuration. `system`: a call that the machine refused. `defect`: ours. */
  readonly kind: 'usage' | 'system' | 'defect';
  readonly message: string;
}

/** What the run found in one Next.js app. All paths in it are relative to the app's folder, with `/`. */
export interface AppReport {
  readonly project: Project;
  /** The app's folder seen from where the command ran; `.` when it is that folder. */
  readonly directory: string;
  /** The app's folder seen from the report's root; empty when it is that folder. */
  readonly folder: string;
  readonly findings: readonly ReportedFinding[];
  readonly calls: readonly ReportedCall[];
  readonly ledger: Ledger;
  readonly refusals: readonly Refusal[];
  /** The calls of helpers that give no session to a Signal call which others give one. */
  readonly withheld: readonly Refusal[];
  readonly troubles: readonly FileTrouble[];
  readonly filesChecked: number;
  /** `files`: only these and what they import were looked at. */
  readonly extent: 'app' | 'files';
  /** What the findings are of: all that was found, that in some files, or what differs from a base. */
  readonly about: 'everything' | 'files' | 'changes';
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  /** Only where it was asked for. */
  readonly coverage: readonly CoverageEntry[] | undefined;
  /** The command lines that fix what is found in this app. */
  readonly commands: { readonly init: string; readonly migrate: string };
  /** The text of every file that a finding or a call is in; a file that does not exist has none. */
  readonly sources: ReadonlyMap<string, string>;
}

/** `new` is what the run is about; the others were there before, or were accepted with a reason. */
export type FindingStatus = 'new' | 'baselined' | 'suppressed';

/** A finding with where it stands in the life of the code base. */
export interface StatedFinding extends Finding {
  readonly status: FindingStatus;
  /** Stays the same while code moves; two findings of one app never share it. Most reports need none. */
  identity(): string;
}

export interface ReportedFinding extends StatedFinding {
  /** Whether it makes the check fail. */
  readonly fails: boolean;
  /** The lines that `fixedBy` would write for this finding alone, by file. */
  readonly added: readonly AddedLine[];
  /** Further files that it would edit for it. */
  readonly addedElsewhere: readonly string[];
}

/** A line as a plan would write it. */
export interface AddedLine {
  readonly path: string;
  /** Its number in the file as it would be. */
  readonly line: number;
  readonly text: string;
  /** Whether the line takes the place of another. */
  readonly replaces: boolean;
  /** The parts of `text` that were not there before, in order. */
  readonly changed: readonly Span[];
}

/** A Signal call; `start` and `end` span the method's name. */
export interface ReportedCall extends Span {
  readonly path: string;
  readonly method: string;
  readonly verdict: Verdict['kind'];
}

/** A file the run could not look into. */
export interface FileTrouble {
  /** `defect`: our own analysis failed on it. */
  readonly kind: 'unreadable' | 'unparsable' | 'defect';
  readonly path: string;
  readonly message: string;
  /** Where the parser stopped; line and column from 1. */
  readonly at?: Position;
}
