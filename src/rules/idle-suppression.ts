import type { Suppression } from '../analysis/suppressions.js';
import { editDistance } from '../source/edit-distance.js';
import { isRuleId, RULE_IDS } from './catalogue.js';
import type { Finding } from './finding.js';

/** A suppression that suppresses nothing, or that names a rule that does not exist. */
export function idleSuppression(path: string, { start, end, covers, rule }: Suppression): Finding {
  const shared = { severity: 'warning', path, start, end, labels: [], fixedBy: undefined } as const;
  if (rule !== undefined && !isRuleId(rule)) {
    const meant = closest(rule);
    return {
      ...shared,
      rule: 'unknown-rule-in-suppression',
      message: `There is no rule "${rule}", so this suppression is not honoured.`,
      labelText: meant === undefined ? 'no rule has this name' : `did you mean ${meant}?`,
      help: 'Name one of the rules that `npx signal-next rules` lists, or none, which stands for all.',
    };
  }
  const where = covers === 'file' ? 'in this file' : 'on the next line';
  return {
    ...shared,
    rule: 'unused-suppression',
    message: `${rule === undefined ? 'Nothing is' : `${rule} is not`} found ${where}, so this suppression would only hide what appears there later.`,
    labelText: 'this suppresses nothing',
    help: 'Remove the comment.',
  };
}

/** The rule whose name differs least, when it is near enough to have been meant. */
function closest(name: string): string | undefined {
  const ranked = RULE_IDS.map((id) => ({ id, distance: editDistance(name, id) }));
  const [best] = ranked.sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(2, name.length / 3) ? best.id : undefined;
}
