import type { RuleId, Severity } from './finding.js';

/** What is true of a rule wherever it is broken; the reports, `signal-next rules` and docs/rules.md read it from here. */
export interface RuleInfo {
  readonly id: RuleId;
  /** The id in PascalCase, as SARIF wants it. */
  readonly name: string;
  /** What a finding has unless its own case is milder: an error that no command can fix becomes a warning. */
  readonly severity: Severity;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  /** One sentence: what it costs to leave it. */
  readonly consequence: string;
  /** Where the rule is explained, from the folder of this package. */
  readonly docsUrl: string;
  /** The command whose plan removes a finding; undefined for what only a person can decide. */
  readonly fixedBy: 'migrate' | 'init' | undefined;
}

type Entry = Omit<RuleInfo, 'id' | 'name' | 'docsUrl'>;

const ENTRIES: Readonly<Record<RuleId, Entry>> = {
  'session-not-forwarded': {
    severity: 'error',
    summary: 'A Signal call in server code does not pass on the session of the request.',
    consequence: "The event is missing from the browser's session and from its replay.",
    fixedBy: 'migrate',
  },
  'session-partly-forwarded': {
    severity: 'error',
    summary: 'A Signal call passes on only one of sessionId and windowId.',
    consequence: 'The event joins the session without its window, or does not join it at all.',
    fixedBy: 'migrate',
  },
  'session-lost': {
    severity: 'error',
    summary: 'A function that makes a Signal call is called without the session that the caller has.',
    consequence:
      "The event that the function sends is missing from the browser's session and from its replay.",
    fixedBy: 'migrate',
  },
  'sync-headers': {
    severity: 'error',
    summary: 'headers() is read without await.',
    consequence:
      'Next.js 15 rejects it in the type check; in Next.js 16 the code throws, or reads no session from the promise.',
    fixedBy: 'migrate',
  },
  'signal-module-missing': {
    severity: 'error',
    summary: 'The app has no module that makes the Signal client and reads the session from a request.',
    consequence: 'Server code has no getSessionInfo() to read the session with, so none can be forwarded.',
    fixedBy: 'init',
  },
  'signal-module-incomplete': {
    severity: 'error',
    summary: 'The Signal module of the app exports no getSessionInfo().',
    consequence: 'Server code has nothing to read the session with, so none can be forwarded.',
    fixedBy: 'init',
  },
  'signal-module-outdated': {
    severity: 'error',
    summary: 'The generated Signal module is that of an earlier version of signal-next.',
    consequence: 'The app misses what was corrected in the template since then.',
    fixedBy: 'init',
  },
  'provider-missing': {
    severity: 'error',
    summary: 'No page of the app, or of a part of it, has a SignalNextProvider.',
    consequence: 'The browser sends no session headers, so no server event can join a session.',
    fixedBy: 'init',
  },
  'provider-without-tracing-headers': {
    severity: 'error',
    summary: 'SignalNextProvider does not set addTracingHeaders.',
    consequence: 'The browser sends no session headers, so no server event can join a session.',
    fixedBy: 'init',
  },
  'provider-tracing-disabled': {
    severity: 'warning',
    summary: 'addTracingHeaders is switched off.',
    consequence: "No server event can join the browser's session.",
    fixedBy: undefined,
  },
  'tracing-host-unmatchable': {
    severity: 'warning',
    summary: 'An entry of addTracingHeaders can never be the hostname of a request.',
    consequence: 'Requests to that host carry no session headers, so its events join no session.',
    fixedBy: undefined,
  },
  'session-refused': {
    severity: 'warning',
    summary:
      'A Signal call does not forward the session, or a call of a helper does not hand it on, and migrate refuses to change it.',
    consequence: "The event is missing from the browser's session until a person has seen to it.",
    fixedBy: undefined,
  },
  'provider-refused': {
    severity: 'warning',
    summary: 'The options of SignalNextProvider cannot be followed in the source.',
    consequence: 'Whether the browser sends the session headers is not known.',
    fixedBy: undefined,
  },
  'placeholder-distinct-id': {
    severity: 'warning',
    summary: "A Signal call of a visitor's request has, or falls back to, a constant distinct id.",
    consequence: 'All visitors without an id of their own become one person.',
    fixedBy: undefined,
  },
  'misspelled-header': {
    severity: 'warning',
    summary: 'A header name is almost, but not quite, that of one of the three session headers.',
    consequence: 'The header of that name never arrives, so the session is always empty there.',
    fixedBy: undefined,
  },
  'cors-headers-not-allowed': {
    severity: 'warning',
    summary:
      'Code that answers other origins lists its Access-Control-Allow-Headers without the session headers.',
    consequence:
      'The preflight fails as soon as a page of another origin sends its session headers, and the request with it.',
    fixedBy: undefined,
  },
  'event-may-be-lost': {
    severity: 'warning',
    summary: 'The server function ends before the event that it queued is certain to be sent.',
    consequence: 'Where the platform stops the function after its answer, the event is lost.',
    fixedBy: undefined,
  },
  'unreasoned-suppression': {
    severity: 'warning',
    summary: 'A suppression comment gives no reason.',
    consequence: 'It is not honoured, and nobody can tell later whether it may go.',
    fixedBy: undefined,
  },
  'unused-suppression': {
    severity: 'warning',
    summary: 'A suppression comment suppresses nothing.',
    consequence: 'It would hide the next finding that appears there, which nobody has looked at.',
    fixedBy: undefined,
  },
  'unknown-rule-in-suppression': {
    severity: 'warning',
    summary: 'A suppression comment names a rule that does not exist.',
    consequence: 'It suppresses nothing, so the finding that it was written for still stands.',
    fixedBy: undefined,
  },
  'stale-baseline-entry': {
    severity: 'warning',
    summary: 'An entry of the baseline stands for a finding that is not there any more.',
    consequence: 'It would let the same finding pass if it came back.',
    fixedBy: undefined,
  },
};

/** Every rule of `check`, by its id. */
export const RULES: Readonly<Record<RuleId, RuleInfo>> = Object.fromEntries(
  Object.entries(ENTRIES).map(([id, entry]) => [id, { ...entry, ...namesOf(id as RuleId) }]),
) as Record<RuleId, RuleInfo>;

export const RULE_IDS = Object.keys(RULES) as RuleId[];

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

function namesOf(id: RuleId): Pick<RuleInfo, 'id' | 'name' | 'docsUrl'> {
  const name = id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { id, name, docsUrl: `docs/rules.md#${id}` };
}
