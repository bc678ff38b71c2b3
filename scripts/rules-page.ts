import { RULE_EXAMPLES } from '../src/explain/rule-examples.js';
import { RULE_IDS, RULES } from '../src/rules/catalogue.js';
import type { RuleId } from '../src/rules/finding.js';

const HEAD = `<!-- Made by \`npm run docs\` from src/rules/catalogue.ts and src/explain/rule-examples.ts. -->

# Rules

What \`check\` finds. An error fails it and is what \`migrate\` or \`init\` would change; a warning is for a person and fails it
only with \`--strict\`. An error that the command cannot fix where it stands is shown as a warning that says why.
\`signal-next rules\` lists the rules, \`signal-next explain <rule>\` shows one of them in the terminal.

A finding in code that is fine for good gets a comment on the line above, with the reason:
\`// signal-next-ignore-next-line <rule>: <reason>\`.
`;

/** The text of \`docs/rules.md\`: every rule with what it costs, an example, and what to do. */
export function rulesPage(): string {
  const rows = RULE_IDS.map((id) => {
    const { severity, summary, fixedBy } = RULES[id];
    return `| [\`${id}\`](#${id}) | ${severity} | ${fixedBy === undefined ? 'you' : `\`${fixedBy}\``} | ${summary} |`;
  });
  const table = ['| rule | severity | fixed by | finds |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return [`${HEAD}\n${table}\n`, ...RULE_IDS.map(section)].join('\n');
}

function section(id: RuleId): string {
  const { severity, summary, consequence, fixedBy } = RULES[id];
  const { path, before, after, note, fix, where } = RULE_EXAMPLES[id];
  const code = (text: string): string => `\`\`\`${path.replace(/^.*\./, '')}\n${text.trim()}\n\`\`\``;
  const bad =
    before === ''
      ? `Found where ${where ?? `there is no \`${path}\``}.`
      : `Found, in \`${path}\`:\n\n${code(before)}`;
  const command = fixedBy === undefined ? '' : `Fixed by \`npx signal-next ${fixedBy}\`. `;
  return `## ${id}

${severity === 'error' ? 'Error' : 'Warning'}. ${summary}
${consequence}${note === undefined ? '' : `\n${note}`}

${bad}

Fine${before === '' ? `, in \`${path}\`` : ''}:

${code(after)}

${command}${fix}
`;
}
