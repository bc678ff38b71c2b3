import type * as t from '@babel/types';
import { lostAt, placeOf } from './lost-sessions.js';
import type { Place, WithheldSession } from './model.js';
import type { HelperOwner } from './owners.js';
import type { SessionFlow } from './session-flow.js';

/**
 * The calls by which no session comes to `helper`, which others give one: where there is no request, or the session
 * cannot be handed on, through any number of other helpers.
 */
export function withheldOnTheWay(helper: HelperOwner, flow: SessionFlow): WithheldSession[] {
  const withheld: WithheldSession[] = [];
  const seen = new Set<t.Node>();
  const queue: { owner: HelperOwner; through: readonly Place[] }[] = [{ owner: helper, through: [] }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (seen.has(next.owner.fn.node)) continue;
    seen.add(next.owner.fn.node);
    const { through } = next;
    const called = flow.helperOf(next.owner);
    for (const site of called.sites) {
      const follow = (owner: HelperOwner): void => {
        queue.push({ owner, through: [...through, placeOf(site)] });
      };
      const from = flow.ownersOf(site.file).ownerOf(site.call);
      if (!flow.isToGive(site, called)) {
        // What it is given may be missing where the function around it is called.
        if (from.kind === 'helper' && flow.helperOf(from).existing) follow(from);
        continue;
      }
      const obstacle = flow.obstacleAt(site, called, from);
      if (obstacle) withheld.push({ ...lostAt(site, called, from, through), ...obstacle });
      else if (from.kind === 'helper') follow(from);
    }
  }
  return withheld;
}
