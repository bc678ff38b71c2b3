import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import type { SourceFile } from '../source/parse.js';
import { type CallPath, spanOf } from './expressions.js';
import {
  type CallSite,
  type DeclaredSignature,
  type FunctionUses,
  placeOfCall,
  usesOf,
} from './function-uses.js';
import { givesIds, idsGivenTo } from './given-ids.js';
import type { Place } from './model.js';
import type { ModuleHost } from './module-host.js';
import { readsOwnArguments } from './own-arguments.js';
import { hasDirective } from './program.js';
import { reasonToLeave } from './project-files.js';
import type { ReasonId } from './reasons.js';
import {
  declaredSlot,
  type ExistingSlot,
  existingSlot,
  type PlannedSlot,
  plannedSlot,
} from './session-slot.js';
import { parametersOf, type SignatureNode } from './signatures.js';

/** Why something is left as it is, and what stands in the way, where that is elsewhere. */
export interface Obstacle {
  readonly reason: ReasonId;
  readonly places: readonly Place[];
}

/** An ordinary function, and what the project does with it. */
export interface TrackingHelper {
  readonly fn: NodePath<t.Function>;
  readonly file: SourceFile;
  /** Why no session can be handed to it; undefined when it can. */
  readonly obstacle: Obstacle | undefined;
  /** Its calls, but those that give it ids of their own. */
  readonly sites: readonly CallSite[];
  /** Its calls by `call` and `bind`. */
  readonly indirect: readonly CallSite[];
  /** Why no call of it is known, where none is. */
  readonly uncalled: Obstacle;
  /** All its calls. */
  readonly callers: readonly CallPath[];
  /** Whether all its calls give it ids of their own. */
  readonly isGivenIds: boolean;
  readonly existing: ExistingSlot | undefined;
  readonly planned: PlannedSlot;
  /** Declarations of its parameters elsewhere: overloads, function types, members of interfaces. */
  readonly signatures: readonly DeclaredSignature[];
}

/**
 * Describes `fn` as a tracking helper: who calls it, and what keeps it from taking the session.
 * @param signalCalls those of the file.
 */
export function describeHelper(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
  signalCalls: readonly CallPath[],
): TrackingHelper {
  const uses = usesOf(fn, file, host);
  const callers = uses.sites.map(({ call }) => call);
  const given = idsGivenTo(fn, signalCalls, file, host, () => callers);
  const sites = given ? uses.sites.filter(({ call }) => !givesIds(call, given)) : uses.sites;
  const existing = existingSlot(fn, file, host) ?? declaredSlot(fn, uses.signatures, host);
  return {
    fn,
    file,
    obstacle: existing ? undefined : obstacleOf(fn, file, host, uses),
    sites,
    indirect: uses.indirect,
    uncalled: {
      reason:
        uses.handedOver.length > 0
          ? 'library-callback'
          : isInNamespace(fn)
            ? 'calls-not-followed'
            : 'no-caller',
      places: uses.handedOver,
    },
    callers,
    isGivenIds: sites.length === 0 && uses.sites.length > 0,
    existing,
    planned: plannedSlot(fn, file, host, uses),
    signatures: uses.signatures,
  };
}

/** `namespace Analytics { export function opened() { … } }`, whose members are not followed to `Analytics.opened()`. */
function isInNamespace(fn: NodePath<t.Function>): boolean {
  return fn.findParent((parent) => parent.isTSModuleBlock()) !== null;
}

/** Of several ways in which a function escapes, those that say most come first. */
const TELLING: readonly ReasonId[] = ['result-is-kept', 'helper-in-table', 'helper-passed-as-value'];

function obstacleOf(
  fn: NodePath<t.Function>,
  file: SourceFile,
  host: ModuleHost,
  uses: FunctionUses,
): Obstacle | undefined {
  const params = parametersOf(fn.node);
  if (params.some((param) => param.type === 'RestElement')) return alone('helper-rest-parameter');
  if (readsOwnArguments(fn)) return alone('helper-reads-arguments');
  const reasons = uses.escapes.map(({ reason }) => reason);
  const reason = TELLING.find((one) => reasons.includes(one)) ?? reasons[0];
  if (reason !== undefined) {
    return { reason, places: uses.escapes.filter((one) => one.reason === reason) };
  }
  const inBrowser = uses.sites.filter((site) => hasDirective(site.file, 'use client'));
  if (inBrowser.length > 0) {
    return { reason: 'called-from-browser', places: inBrowser.map(placeOfCall) };
  }
  const differing = uses.signatures.filter(({ node }) => !fits(node.node, params.length));
  if (differing.length > 0) {
    const places = differing.map((one) => ({ path: one.file.path, ...spanOf(one.node.node) }));
    return { reason: 'helper-declared-type', places };
  }
  const { isEditable = () => true } = host;
  const outside = [file, ...uses.signatures.map((one) => one.file)].find(({ path }) => !isEditable(path));
  if (outside) {
    const toLeave = reasonToLeave(host, outside.path);
    if (toLeave === 'published-package') return alone(toLeave);
    const places = uses.sites.filter((site) => isEditable(site.file.path)).map(placeOfCall);
    return { reason: toLeave, places };
  }
  return uses.isComplete ? undefined : alone('exported-helper');
}

/** A new last parameter stands at the same place in the function and in what declares it. */
function fits(signature: SignatureNode, count: number): boolean {
  const params = parametersOf(signature);
  return params.length === count && !params.some(({ type }) => type === 'RestElement');
}

function alone(reason: ReasonId): Obstacle {
  return { reason, places: [] };
}
