import type { Span } from '../../rules/finding.js';
import { spanOf } from '../expressions.js';
import type { ModuleHost } from '../module-host.js';
import { exportedNames, exportOf, scopedProgram } from './exported-values.js';
import {
  type InsertTarget,
  type ListedText,
  listedIn,
  type OffBy,
  type OptionFact,
  optionFacts,
  type Question,
  type Spot,
} from './option-facts.js';
import {
  type FileSearch,
  filesMentioning,
  filesReaching,
  findUsages,
  isRender,
  rendersIn,
} from './usages.js';
import type { Ref, Trail, Usage, Value } from './value.js';
import { propOf, valuesOf } from './values.js';

export type { InsertTarget, ListedText, OffBy, Spot } from './option-facts.js';

/** What is known of one option of a provider, `addTracingHeaders` unless another was asked for. */
export type OptionState =
  /** `true`, a list (of hosts), or an assignment of either. */
  | { readonly kind: 'enabled' }
  /** Decided at run time, e.g. `process.env.X === '1'`: left alone, counts as set. */
  | ({ readonly kind: 'dynamic' } & Spot)
  /** Not set; `insertInto` are the object literals that take it. Never empty. */
  | { readonly kind: 'missing'; readonly insertInto: readonly InsertTarget[] }
  /** `false` or something else that marks no request, at the place of the value. */
  | ({ readonly kind: 'disabled'; readonly by: OffBy } & Spot)
  /** The options are not written where they can be read; `why` is a clause about them. */
  | ({ readonly kind: 'unfollowable'; readonly why: string } & Spot);

/** One rendered `SignalNextProvider`. `start` and `end` span the name it is rendered under. */
export interface ProviderSite extends Span {
  readonly path: string;
  /** The client entry that it comes from. */
  readonly module: string;
  /** The source of its `options`; undefined when none are written at the element. */
  readonly optionsText: string | undefined;
  readonly option: OptionState;
  /** What the lists that the option may be given hold: hosts, for `addTracingHeaders`. */
  readonly listed: readonly ListedText[];
}

export interface ProviderOptions {
  /** The specifiers that export `SignalNextProvider`. */
  readonly clientModules: readonly string[];
  /** The option that is asked for. */
  readonly option?: string;
}

const PROVIDER = 'SignalNextProvider';
/** Far above what real code needs, and milliseconds of work. */
const STEPS_PER_QUESTION = 1000;

/**
 * Every `SignalNextProvider` that `paths` render, found by its binding: renamed, through a namespace, re-exported or
 * wrapped in `dynamic()`. A site whose options have several possible values that need different care is given once
 * for each kind of care.
 */
export function findProviders(
  paths: readonly string[],
  host: ModuleHost,
  options: ProviderOptions,
): ProviderSite[] {
  const search: FileSearch = { paths, host };
  const trail = trailFor(search, options);
  const question: Question = { trail, option: options.option ?? 'addTracingHeaders' };
  const moduleOf = (values: readonly Value[]): string | undefined => {
    const provider = values.find(
      (value) =>
        value.kind === 'package' && value.name === PROVIDER && options.clientModules.includes(value.module),
    );
    return provider?.kind === 'package' ? provider.module : undefined;
  };

  const sitesIn = (path: string): ProviderSite[] => {
    const file = host.load(path);
    if (file === undefined) return [];
    return rendersIn(file).flatMap((usage) => {
      const module = moduleOf(ask(trail, { file, path: usage.component, frame: undefined }));
      return module !== undefined && isRender(trail, usage) ? sitesOf(question, usage, module) : [];
    });
  };

  const seeds = filesMentioning(search, [...options.clientModules, PROVIDER]);
  const barrels = seeds.filter((path) => {
    const file = host.load(path);
    const program = file === undefined ? undefined : scopedProgram(file);
    if (file === undefined || program === undefined) return false;
    const at: Ref = { file, path: program, frame: undefined };
    return exportedNames(file).some((name) => {
      trail.steps = STEPS_PER_QUESTION;
      return moduleOf(exportOf(trail, path, name === '*' ? PROVIDER : name, at)) !== undefined;
    });
  });
  const likely = new Set([...seeds, ...(barrels.length > 0 ? filesReaching(search, barrels) : [])]);
  return [...likely].flatMap(sitesIn);
}

function trailFor(search: FileSearch, options: ProviderOptions): Trail {
  const known = new Map<unknown, readonly Usage[]>();
  const trail: Trail = {
    host: search.host,
    packages: new Set(options.clientModules),
    steps: STEPS_PER_QUESTION,
    depth: 0,
    usagesOf(component) {
      const found = known.get(component.path.node);
      if (found !== undefined) return found;
      known.set(component.path.node, []); // A component that renders itself adds nothing.
      const usages = findUsages({ ...trail, depth: 0 }, search, component, STEPS_PER_QUESTION);
      known.set(component.path.node, usages);
      return usages;
    },
  };
  return trail;
}

function ask(trail: Trail, ref: Ref): Value[] {
  trail.steps = STEPS_PER_QUESTION;
  return valuesOf(trail, ref);
}

function sitesOf(question: Question, usage: Usage, module: string): ProviderSite[] {
  const { file, component } = usage;
  const at: Ref = { file, path: component, frame: undefined };
  question.trail.steps = STEPS_PER_QUESTION;
  const facts = optionFacts(question, at, propOf(question.trail, usage, 'options'));
  const site = { path: file.path, module, ...spanOf(component.node), optionsText: optionsTextOf(usage) };
  const none: OptionState = {
    kind: 'unfollowable',
    path: file.path,
    ...spanOf(component.node),
    why: 'it is given no options',
  };
  const listed = facts.flatMap(listedIn);
  return statesOf(facts, none).map((option) => ({ ...site, option, listed }));
}

/** One entry per kind of care that the facts ask for; `none` when there are no options at all. */
function statesOf(facts: readonly OptionFact[], none: OptionState): OptionState[] {
  const targets = new Map<string, InsertTarget>();
  const problems = new Map<string, OptionState>();
  let settled: OptionState | undefined;
  for (const fact of facts) {
    switch (fact.kind) {
      case 'absent':
        if (fact.target) targets.set(`${fact.target.path}:${fact.target.start}`, fact.target);
        break;
      case 'lost':
        problems.set(`${fact.path}:${fact.start}`, { ...fact, kind: 'unfollowable' });
        break;
      case 'disabled':
        problems.set(`${fact.path}:${fact.start}`, fact);
        break;
      case 'dynamic':
        settled = fact;
        break;
      case 'enabled':
        settled ??= fact;
        break;
    }
  }
  const missing: OptionState[] =
    targets.size > 0 ? [{ kind: 'missing', insertInto: [...targets.values()] }] : [];
  const care = [...missing, ...problems.values()];
  return care.length > 0 ? care : [settled ?? none];
}

function optionsTextOf({ file, path }: Usage): string | undefined {
  if (!path.isJSXElement()) return undefined;
  for (const attribute of path.node.openingElement.attributes) {
    if (attribute.type !== 'JSXAttribute' || attribute.name.name !== 'options') continue;
    if (attribute.value?.type !== 'JSXExpressionContainer') continue;
    const { start, end } = spanOf(attribute.value.expression);
    return file.text.slice(start, end);
  }
  return undefined;
}
