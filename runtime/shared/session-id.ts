/**
 * One id as anybody may have sent it, percent-decoded; undefined when it is empty, longer than 200 characters or has
 * a control character in it. Text that is not percent-encoded stays as it is.
 */
export function sessionId(text: string): string | undefined {
  const id = decode(text).trim();
  return /^[ -~\u00a0-\uffff]{1,200}$/.test(id) ? id : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
