import type * as t from '@babel/types';
import { spanOf } from './expressions.js';
import { functionName } from './function-name.js';
import { scopeOf } from './lost-sessions.js';
import type { WithheldSession } from './model.js';
import type { FunctionOwner } from './owners.js';
import type { SessionFlow } from './session-flow.js';

type Helper = Extract<FunctionOwner, { kind: 'helper' }>;

/**
 * The calls by which no session comes to `helper`, which others give one: where there is no request, or the session
 * cannot be handed on, through any number of other helpers.
 */
export function withheldOnTheWay(helper: Helper, flow: SessionFlow): WithheldSession[] {
  const withheld: WithheldSession[] = [];
  const seen = new Set<t.Node>();
  const queue: { owner: Helper; through: readonly string[] }[] = [{ owner: helper, through: [] }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.owner.fn.node)) continue;
    seen.add(next.owner.fn.node);
    const called = flow.helperOf(next.owner);
    const through = [...next.through, called.file.path];
    for (const site of called.sites) {
      const from = flow.ownersOf(site.file).ownerOf(site.call);
      if (!flow.isToGive(site, called)) {
        // What it is given may be missing where the function around it is called.
        if (from.kind === 'helper' && flow.helperOf(from).existing) queue.push({ owner: from, through });
        continue;
      }
      const obstacle = flow.obstacleAt(site, called, from);
      if (obstacle) {
        withheld.push({
          path: site.file.path,
          ...spanOf(site.call.node.callee),
          helper: functionName(called.fn),
          through,
          scope: from.kind === 'scope' ? scopeOf(from) : undefined,
          ...obstacle,
        });
      } else if (from.kind === 'helper') queue.push({ owner: from, through });
    }
  }
  return withheld;
}
