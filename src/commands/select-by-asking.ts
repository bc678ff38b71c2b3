import { type Hunk, hunksOf, leaveOut } from '../inspect/hunks.js';
import type { StagedPlan } from '../inspect/staged-plan.js';
import { editedTexts } from '../inspect/taken-back.js';
import { renderDiff } from '../report/diff.js';
import { describeScope, sessionNotForwarded } from '../rules/session-not-forwarded.js';
import type { Asker } from '../runner/ask.js';
import { Cancelled } from '../runner/errors.js';
import { applyEdits } from '../source/edit.js';
import { positionAt } from '../source/positions.js';
import { counted } from '../source/sentence.js';
import type { Console } from './console.js';
import { EVERYTHING, type Selection } from './selection.js';
import { placeOf, type TargetApp } from './target-apps.js';

const KEYS =
  'y: make this change, n: leave it out, a: make it and all that follow in this file,\nq: leave it out and all that follow, ?: explain it';

/** Shows every hunk and asks for each; what a hunk needs elsewhere goes with it. */
export function selectByAsking(console: Console): Selection {
  return {
    ...EVERYTHING,
    leaveOut: async (app, staged) => {
      const hunks = hunksOf(staged.inspection, staged.plan, staged.run);
      const chosen = await walk(app, staged, hunks, console);
      if (hunks.length > 0 && chosen.size === 0)
        throw new Cancelled('No change was chosen. Nothing was written.');
      return leaveOut(hunks.filter(({ id }) => !chosen.has(id)));
    },
  };
}

async function walk(
  app: TargetApp,
  staged: StagedPlan,
  hunks: readonly Hunk[],
  console: Console,
): Promise<ReadonlySet<string>> {
  const asker = console.asker({ yes: false });
  const chosen = new Set<string>();
  let wholeFile: string | undefined;
  for (const [index, hunk] of hunks.entries()) {
    if (hunk.path === wholeFile) {
      chosen.add(hunk.id);
      continue;
    }
    const place = `(${index + 1}/${hunks.length}) ${placeOf(app, hunk.path)}`;
    console.say(
      `\n${place}${hunk.name === undefined ? '' : `  ${hunk.name}`}\n${diffOf(staged, hunk, console)}`,
    );
    const answer = await ask(asker, () => console.say(explain(app, staged, hunk)), console);
    if (answer === 'q') break;
    if (answer === 'a') wholeFile = hunk.path;
    if (answer !== 'n') chosen.add(hunk.id);
  }
  return chosen;
}

type Answer = 'y' | 'n' | 'a' | 'q';

async function ask(asker: Asker, explainHunk: () => void, console: Console): Promise<Answer> {
  for (;;) {
    const message = 'Make this change? [y,n,a,q,?]';
    const typed = await asker.text({ message, default: undefined, flag: '--yes' });
    const answer = typed.trim().toLowerCase()[0];
    switch (answer) {
      case 'y':
      case 'n':
      case 'a':
      case 'q':
        return answer;
      case '?':
        explainHunk();
        break;
      default:
        console.say(KEYS);
    }
  }
}

/** What the hunk changes in its own function; the import that it needs is not shown. */
function diffOf({ inspection, plan }: StagedPlan, { path, span }: Hunk, console: Console): string {
  const before = inspection.host.text(path) ?? '';
  const all = editedTexts(plan).get(path)?.edits ?? [];
  const edits = all.filter(({ start, end }) => start >= span.start && end <= span.end);
  return renderDiff([{ path, before, after: applyEdits(before, edits) }], console.talkTerminal).trimEnd();
}

function explain(app: TargetApp, { inspection, plan }: StagedPlan, hunk: Hunk): string {
  const lines = hunk.calls.flatMap((call) => {
    const { line } = positionAt(inspection.host.text(call.path) ?? '', call.callee.start);
    const scope = call.scope ? `, in ${describeScope(call.scope)}` : '';
    const because = call.request ? `; ${call.request.text}` : '';
    const finding = sessionNotForwarded(call);
    return [
      `${placeOf(app, call.path)}:${line}  ${call.method}() is ${call.verdict.kind}${scope}${because}.`,
      ...(finding ? [`  ${finding.message}`] : []),
    ];
  });
  const helpers = hunk.handsTo.map(
    ({ path, name }) =>
      `The session goes on to ${name}() in ${placeOf(app, path)}, which makes the Signal call.`,
  );
  const others = hunk.needs.map((path) => {
    const summary = plan.changes.find((change) => change.path === path)?.summary ?? '';
    return `  ${placeOf(app, path)}  ${summary}`;
  });
  return [
    ...kindOf(hunk),
    ...lines,
    ...helpers,
    ...(others.length > 0 ? [`With it ${counted(others.length, 'file')} may change:`, ...others] : []),
    KEYS,
  ].join('\n');
}

function kindOf({ kind }: Hunk): string[] {
  switch (kind) {
    case 'forward':
      return [];
    case 'await-headers':
      return ['headers() gives a promise since Next.js 15, which has to be awaited.'];
    case 'provider':
      return ['Without addTracingHeaders the browser sends no session that a Signal call could join.'];
  }
}
