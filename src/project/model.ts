import type { NamedClient } from '../analysis/client/named-client.js';
import type { Inclusion } from '../analysis/inclusion.js';
import type { RouterFolders } from '../analysis/route-files.js';
import type { RuleId } from '../rules/finding.js';

/** How a conclusion about the project was reached; shown by `init --dry-run` and `--json`. */
export interface Evidence {
  /** What was concluded about, e.g. `App Router`, `Next.js version`, `alias`. */
  readonly fact: string;
  /** The conclusion, e.g. `app/`, `16.4.6`, `@/* -> ./*`. */
  readonly value: string;
  /** What it rests on, e.g. `node_modules/next/package.json`. */
  readonly because: string;
}

export interface NextVersion {
  readonly major: number;
  readonly minor: number;
  /** The exact version when installed, otherwise the declared range. */
  readonly text: string;
  readonly from: 'installed' | 'declared' | 'catalog';
}

/** What is read, never executed, from `next.config.*`. `unknown` where the text does not settle it. */
export interface NextConfigFacts {
  /** Project-relative path of the config file. */
  readonly path: string | undefined;
  readonly cacheComponents: boolean | 'unknown';
  readonly output: 'export' | 'standalone' | 'default' | 'unknown';
  /** Without the dot; Next's default is tsx, ts, jsx, js. */
  readonly pageExtensions: readonly string[];
}

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'deno';

/** The Signal package that generated code imports from. */
export interface Sdk {
  /** `@signal-js/nextjs`, `signal-next` or what `--sdk` named. */
  readonly name: string;
  /** The specifier of the server entry, e.g. `signal-next/server`. */
  readonly server: string;
  readonly client: string;
  /** Where `withSignalConfig` comes from. */
  readonly config: string;
  /** Whether package.json lists it already. */
  readonly declared: boolean;
}

/** What a project asks of `check` and `migrate` in every run. */
export interface CheckSettings {
  /** Globs, or files and folders, in which no Signal calls are looked for; relative to the project. */
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
  readonly rules: Readonly<Partial<Record<RuleId, RuleSetting>>>;
  /** Where the baseline is; relative to the project, with `/`. */
  readonly baseline: string;
}

/** `off`: not found at all, and nothing is rewritten for it. */
export type RuleSetting = 'off' | 'warning' | 'error';

/** Everything the commands know about one Next.js app before they read its source files. */
export interface Project {
  /** Absolute path of the folder whose package.json depends on `next`; symlinks resolved. */
  readonly root: string;
  /** Absolute path of the workspace root, when the app is a member of one. */
  readonly workspaceRoot: string | undefined;
  readonly name: string;
  readonly next: NextVersion;
  readonly routers: RouterFolders;
  /** `src` where the app lives in `src`, else empty. */
  readonly sourceRoot: '' | 'src';
  readonly language: 'ts' | 'js';
  /** Whether `.js` files are ES modules by package.json (`"type": "module"`). */
  readonly moduleType: 'module' | 'commonjs';
  readonly config: NextConfigFacts;
  readonly packageManager: PackageManager;
  /** The project or its workspace uses a formatter that lays code out as Prettier does. */
  readonly isFormatted: boolean;
  readonly sdk: Sdk;
  /** Exports that are Signal clients because a person says so. */
  readonly clients: readonly NamedClient[];
  /** What the configuration says of the checks. */
  readonly settings: CheckSettings;
  readonly evidence: readonly Evidence[];
}
