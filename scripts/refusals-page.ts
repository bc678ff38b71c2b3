import { REASON_IDS, type ReasonId, reasonText } from '../src/analysis/reasons.js';
import { REFUSAL_EXAMPLES } from '../src/explain/refusal-examples.js';

const HEAD = `<!-- Made by \`npm run docs\` from src/analysis/reasons.ts and src/explain/refusal-examples.ts. -->

# Refusals

\`migrate\` changes a Signal call only where that changes nothing but the event. Every other call is listed with its file, its line
and one of the reasons below, and stays as it is; a refusal never fails \`migrate\`, and fails \`check\` only with \`--strict\`.
The id in the heading is what \`--json\` gives as \`reason\`.

A refusal that is fine for good gets a comment on the line above, with the reason:
\`// signal-next-ignore-next-line: sent by the nightly import\`. The call then counts as suppressed.

\`--include\`, on \`check\` and \`migrate\`, takes back the refusals that are only a default: with \`webhooks\` those of requests that
another server, a scheduler or a navigation makes, with \`server-components\` that of server components whose page is rendered
for each request already, and with \`workspace-packages\` those of private packages of the workspace that the app compiles.
`;

/** The text of `docs/refusals.md`: every reason with what to do by hand. */
export function refusalsPage(): string {
  return [HEAD, ...REASON_IDS.map(section)].join('\n');
}

function section(id: ReasonId): string {
  const { title, why, instead } = reasonText(id);
  const { path, before, after } = REFUSAL_EXAMPLES[id];
  const code = (text: string): string => `\`\`\`${path.replace(/^.*\./, '')}\n${text.trim()}\n\`\`\``;
  return `## ${title} (\`${id}\`)

${why}

Instead: ${instead}

Refused, in \`${path}\`:

${code(before)}

By hand:

${code(after)}
`;
}
