/** What a comment says that speaks, or was meant to speak, of what is to be left alone; offsets are into its text. */
export interface SuppressionText {
  readonly start: number;
  readonly end: number;
  readonly form: SuppressionForm;
  readonly says:
    | { readonly kind: 'accepts'; readonly rule: string | undefined; readonly reason: string }
    | { readonly kind: 'no-reason' }
    | { readonly kind: 'unreadable' };
}

export type SuppressionForm = 'next-line' | 'file';

/** However somebody might misspell it. */
const MEANT =
  'signal[-_]?next(?:[-_](?:ignore|disable|suppress)|:?[ \\t](?:ignore|disable|suppress)[-_ ](?:next|line|file)|[-_][\\w-]*next[-_]?line)';
/** What every text holds in which something is, or was meant to be, suppressed. */
export const SUPPRESSION_MENTION = new RegExp(MEANT, 'i');

const FIRST_LINE = new RegExp(`^[/!]?[\\s*]*(?=@?${MEANT})`, 'i');
/** In prose the words may begin a line as well; a colon, or nothing more, follows where they are meant. */
const OTHER_LINE = new RegExp(
  `(?=@?${MEANT}[\\w-]*(?:[ \\t]+[\\w-]+)?[ \\t]*(?::|\\**$|[\\n\\r]))(?<=[\\n\\r\\u2028\\u2029][^\\S\\n\\r]*(?:\\*+[^\\S\\n\\r]*)?)`,
  'gi',
);
const TAG = /[\n\r][^\S\n\r]*(?:\*+[^\S\n\r]*)?@/;
const EXACT = /^signal-next-ignore-(next-line|file)(?![\w-])([\s\S]*)$/;
const SAYS = /^(?:\s+([^\s:]+))?\s*(?::([\s\S]*))?$/;

/**
 * What the text of a comment says of suppressions: at its beginning, or at that of a line of it. One that is not spelt
 * exactly is unreadable.
 */
export function suppressionTexts(comment: string): SuppressionText[] {
  const first = FIRST_LINE.exec(comment)?.[0].length;
  const others = [...comment.matchAll(OTHER_LINE)].map(({ index }) => index);
  const starts = first === undefined ? others : [first, ...others.filter((one) => one > first)];
  return starts.map((start, index) => {
    const whole = comment.slice(start, starts[index + 1]);
    const text = whole.slice(0, TAG.exec(whole)?.index).replace(/(?<![\s*])[\s*]+$/, '');
    return { start, end: start + text.length, ...readText(text) };
  });
}

function readText(text: string): Pick<SuppressionText, 'form' | 'says'> {
  const [, exact, rest = ''] = EXACT.exec(text) ?? [];
  const form = (exact ?? /^\S*/.exec(text)?.[0])?.includes('file') ? 'file' : 'next-line';
  const parts = exact === undefined ? null : SAYS.exec(rest);
  if (!parts) return { form, says: { kind: 'unreadable' } };
  const [, rule, given = ''] = parts;
  const reason = given.replace(/\s*[\n\r][\s*]*/g, ' ').trim();
  const isReason = /[\p{L}\p{N}]/u.test(reason);
  return { form, says: isReason ? { kind: 'accepts', rule, reason } : { kind: 'no-reason' } };
}
