import type { Inclusion } from '../analysis/inclusion.js';
import type { DistinctIdPolicy } from '../analysis/model.js';
import type { Hunk } from '../inspect/hunks.js';
import type { Edit } from '../source/edit.js';

/** Raised when a plan of before could be misread. */
export const PLAN_SCHEMA_VERSION = 1;

/** What `migrate --plan` writes and `migrate --apply` takes; `schemas/migrate-plan.v1.schema.json` describes it. */
export interface PlanFile {
  readonly $schema: string;
  readonly schemaVersion: typeof PLAN_SCHEMA_VERSION;
  readonly tool: { readonly name: 'signal-next'; readonly version: string };
  readonly options: PlannedOptions;
  readonly projects: readonly PlannedProject[];
}

/** What the plan was made with; it is applied with the same. */
export interface PlannedOptions {
  readonly distinctId: DistinctIdPolicy;
  readonly include: readonly Inclusion[];
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly sdk: string | null;
  /** Whether the type check was asked for or forbidden; null where neither. */
  readonly typecheck: boolean | null;
  /** Each as `module#export`. */
  readonly clients: readonly string[];
}

export interface PlannedProject {
  /** Seen from where the command ran. */
  readonly directory: string;
  readonly name: string;
  readonly hunks: readonly PlannedHunk[];
  readonly files: readonly PlannedFile[];
  /** The Signal calls that are refused, each with the reason. */
  readonly refused: readonly {
    readonly path: string;
    readonly line: number;
    readonly reason: string;
    readonly title: string;
    readonly instead: string;
  }[];
}

export interface PlannedHunk {
  readonly id: string;
  readonly kind: Hunk['kind'];
  readonly path: string;
  readonly function: string | null;
  readonly calls: readonly {
    readonly method: string;
    readonly line: number;
    readonly verdict: 'fixable';
    /** What is wrong with the call as it is. */
    readonly why: string | null;
    readonly scope: { readonly kind: string; readonly name: string } | null;
  }[];
  readonly handsTo: readonly { readonly path: string; readonly function: string }[];
  readonly needs: readonly string[];
}

/** `before` and `after` are the SHA-256 of the file's bytes, in hexadecimal; offsets are UTF-16 code units. */
export type PlannedFile =
  | {
      readonly action: 'edit';
      readonly path: string;
      readonly summary: string;
      readonly before: string;
      readonly after: string;
      readonly edits: readonly Edit[];
    }
  | {
      readonly action: 'create';
      readonly path: string;
      readonly summary: string;
      readonly after: string;
      readonly text: string;
    };
