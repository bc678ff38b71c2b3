import { INCLUSIONS } from '../analysis/inclusion.js';
import { UsageError } from '../runner/errors.js';
import { version } from '../version.js';
import { PLAN_SCHEMA_VERSION, type PlanFile } from './model.js';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isOneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);
const isTextOrNull: Check = (value) => value === null || isText(value);
const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isOffset: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
/** An object with these members and no others. */
const shape =
  (members: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) &&
    Object.keys(value).every((key) => key in members) &&
    Object.entries(members).every(([key, check]) => check(value[key]));
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
/** A file of the project: nothing that leads out of it, or that another system reads in another way. */
const isOwnPath: Check = (value) =>
  typeof value === 'string' &&
  !/^[a-z]:|[\\\0]/i.test(value) &&
  value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
/** A file of the project, or of a package beside it. */
const isWorkspacePath: Check = (value) =>
  isOwnPath(typeof value === 'string' ? value.replace(/^(?:\.\.\/)+/, '') : value);

const isHunk = (isPath: Check): Check =>
  shape({
    id: isText,
    kind: isOneOf('forward', 'await-headers', 'provider'),
    path: isPath,
    function: isTextOrNull,
    calls: listOf(
      shape({
        method: isText,
        line: isOffset,
        verdict: isOneOf('fixable'),
        why: isTextOrNull,
        scope: either(isOneOf(null), shape({ kind: isText, name: isText })),
      }),
    ),
    handsTo: listOf(shape({ path: isPath, function: isText })),
    needs: listOf(isPath),
  });

const isFile = (isPath: Check): Check => {
  const file = { path: isPath, summary: isText, after: isHash };
  return either(
    shape({
      ...file,
      action: isOneOf('edit'),
      before: isHash,
      edits: listOf(shape({ start: isOffset, end: isOffset, text: isText })),
    }),
    shape({ ...file, action: isOneOf('create'), text: isText }),
  );
};

const isOptions = shape({
  distinctId: isOneOf('header-first', 'app-first', 'keep'),
  include: listOf(isOneOf(...INCLUSIONS)),
  only: listOf(isText),
  exclude: listOf(isText),
  sdk: isTextOrNull,
  typecheck: isOneOf(true, false, null),
  clients: listOf(isText),
});

const isProject = (isPath: Check): Check =>
  shape({
    directory: isText,
    name: isText,
    hunks: listOf(isHunk(isPath)),
    files: listOf(isFile(isPath)),
    // A call of a package that is compiled with the app may stand outside of it; nothing is done with its path.
    refused: listOf(shape({ path: isText, line: isOffset, reason: isText, title: isText, instead: isText })),
  });

/** What is wrong with a plan first, by the members that a person would look at. */
const membersOf = ({ options }: Record<string, unknown>): readonly (readonly [string, Check])[] => {
  const asksForPackages =
    isObject(options) && Array.isArray(options.include) && options.include.includes('workspace-packages');
  const isPath = asksForPackages ? isWorkspacePath : isOwnPath;
  return [
    ['options', isOptions],
    ['projects', listOf(isProject(isPath))],
  ];
};

/**
 * Reads the text of a plan that this version of signal-next made.
 * @throws UsageError saying what is wrong with the file that `name` names, and what to do.
 */
export function readPlan(text: string, name: string): PlanFile {
  const again = 'Make it again with `npx signal-next migrate --plan`.';
  const plan = parse(text);
  if (!isObject(plan) || !isObject(plan.tool) || plan.tool.name !== 'signal-next')
    throw new UsageError(`${name} is no plan of signal-next. ${again}`);
  if (plan.tool.version !== version() || plan.schemaVersion !== PLAN_SCHEMA_VERSION) {
    throw new UsageError(
      `${name} was made by signal-next ${String(plan.tool.version)}, and this is ${version()}, which may plan otherwise. ${again}`,
    );
  }
  const wrong = membersOf(plan).find(([key, check]) => !check(plan[key]));
  if (wrong)
    throw new UsageError(`${name} is damaged: "${wrong[0]}" is not what signal-next writes. ${again}`);
  if (!isPlan(plan)) throw new UsageError(`${name} is no plan of signal-next. ${again}`);
  return plan;
}

/** Whether a text is a plan, of whichever version. */
export function isPlanText(text: string): boolean {
  const plan = parse(text);
  return isObject(plan) && isObject(plan.tool) && plan.tool.name === 'signal-next' && 'projects' in plan;
}

function isPlan(value: unknown): value is PlanFile {
  return isObject(value) && membersOf(value).every(([key, check]) => check(value[key]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
