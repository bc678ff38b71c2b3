import { argumentsOf } from './expressions.js';
import { functionName } from './function-name.js';
import type { CallSite } from './function-uses.js';
import { isMachineCaller } from './machine-callers.js';
import type { Place } from './model.js';
import { type FunctionOwner, functionOf, type HelperOwner, isCalledByOthers } from './owners.js';
import {
  type IdContext,
  type IdParameter,
  type NamedBy,
  namedBy,
  type PlaceholderId,
} from './placeholder-ids.js';
import { headOf } from './request-label.js';
import type { SessionFlow } from './session-flow.js';

/** A constant that a call of a tracking helper gives it for the id of a visitor. */
export interface GivenPlaceholder extends PlaceholderId {
  readonly path: string;
  readonly helper: string;
  /** The helpers between the call and the Signal call. */
  readonly through: readonly Place[];
}

interface AskedFor {
  readonly helper: HelperOwner;
  readonly parameter: IdParameter;
  readonly through: readonly Place[];
}

/** The placeholders that visitors' requests give to `owner` for an id, by its parameters, through any number of helpers. */
export function givenPlaceholders(
  owner: FunctionOwner,
  parameters: readonly IdParameter[],
  flow: SessionFlow,
  context: IdContext,
): GivenPlaceholder[] {
  const found: GivenPlaceholder[] = [];
  const seen = new Set<string>();
  const queue: AskedFor[] = [];
  const ask = (of: FunctionOwner, some: readonly IdParameter[], through: readonly Place[]): void => {
    const fn = functionOf(of);
    for (const parameter of some) {
      const { index, key, role } = parameter;
      const question = `${of.file.path} ${fn.node.start} ${index} ${key} ${role}`;
      if (parameter.fn.node !== fn.node || seen.has(question)) continue;
      seen.add(question);
      queue.push({ helper: { kind: 'helper', fn, file: of.file }, parameter, through });
    }
  };
  ask(owner, parameters, []);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { helper, parameter } = next;
    const through = [...next.through, { path: helper.file.path, ...headOf(helper.fn) }];
    for (const site of flow.helperOf(helper).sites) {
      const given = givenAt(site, parameter, flow, context);
      if (!given) continue;
      const { from, named } = given;
      if (named.placeholder)
        found.push({
          ...named.placeholder,
          path: site.file.path,
          helper: functionName(helper.fn),
          through,
        });
      if (isCalledByOthers(from)) ask(from, named.parameters, through);
    }
  }
  return found;
}

/** What a call that a visitor's request makes gives for the parameter. */
function givenAt(
  { file, call }: CallSite,
  { index, key, role }: IdParameter,
  flow: SessionFlow,
  context: IdContext,
): { readonly from: FunctionOwner; readonly named: NamedBy } | undefined {
  const args = argumentsOf(call);
  const value = args[index];
  const from = flow.ownersOf(file).ownerOf(call);
  if (!value || args.some((one) => one.isSpreadElement()) || from.kind === 'none') return undefined;
  const named = namedBy({ value, file }, key, role, context);
  const matters = named.placeholder !== undefined || named.parameters.length > 0;
  return matters && isVisitors(from, flow) ? { from, named } : undefined;
}

/** Whether visitors' requests run a function, as far as it shows. */
function isVisitors(owner: FunctionOwner, flow: SessionFlow): boolean {
  const obstacle = flow.obstacleOf(owner);
  return obstacle === undefined || (owner.kind === 'scope' && !isMachineCaller(obstacle.reason));
}
