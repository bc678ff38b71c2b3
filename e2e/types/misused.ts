import { cookies } from 'next/headers';
import { getSessionInfo } from './signal-server';

export async function misused(form: FormData, later: Promise<Request>): Promise<void> {
  // @ts-expect-error a form has no headers
  getSessionInfo(form);
  // @ts-expect-error nor has a number
  getSessionInfo(5);
  // @ts-expect-error nor a string
  getSessionInfo('x-signal-session-id');
  // @ts-expect-error nor cookies
  getSessionInfo(await cookies());
  // @ts-expect-error nor a promise of a request
  getSessionInfo(later);
  // @ts-expect-error nor a function
  getSessionInfo(misused);
}
