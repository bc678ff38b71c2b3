/**
 * Takes the power from what GitHub's runner would read as a command in a log: `::name::` at the start of a line, white
 * space before it aside, and `##[name]` anywhere in one. Text that our users' files hold gets into logs; nothing it
 * says may be obeyed.
 */
export function inert(text: string): string {
  return text
    .replace(/^((?:[^\S\n\r\u2028\u2029]|\u0085|\p{Cc}\[[\d;]*m)*)::/gmu, '$1\\x3a:')
    .replaceAll('##[', '\\x23#[');
}

/** The same for JSON, where only strings can hold it. */
export function inertJson(json: string): string {
  return json.replaceAll('##[', '\\u0023#[');
}
