import type { UserId } from '@/lib/users';
import { signal, getSessionInfo } from '@/lib/signal-server';

type AccountId = string & { readonly brand: 'AccountId' };

declare function accountOf(): Promise<{ id: AccountId; email?: string; number: number }>;
declare const options: { readonly id: unknown; readonly user: UserId };

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const account = await accountOf();
  const form = await request.formData();
  signal.capture({ distinctId: distinctId || account.id, event: 'branded', sessionId, windowId });
  signal.capture({ distinctId: distinctId || account.email!, event: 'asserted', sessionId, windowId });
  signal.capture({ distinctId: distinctId || (form.get('id') as string), event: 'cast', sessionId, windowId });
  signal.capture({ distinctId: distinctId || <string>options.id, event: 'cast_in_front', sessionId, windowId });
  signal.capture({ distinctId: distinctId || options.user, event: 'of_another_module', sessionId, windowId });
  signal.capture({ distinctId: distinctId || `account_${account.number}`, event: 'template', sessionId, windowId });
  signal.capture({ distinctId: distinctId || String(account.number), event: 'number', sessionId, windowId });
  signal.capture({ distinctId: distinctId || (account.email ?? account.id), event: 'nullish', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || (account.email ? account.email : account.id),
    event: 'conditional',
    sessionId,
    windowId,
  });
  signal.capture({ distinctId: distinctId || (account.email, account.id), event: 'sequence', sessionId, windowId });
  signal.capture({ distinctId: distinctId || (await accountOf()).id, event: 'awaited', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || (account.number satisfies number as unknown as string),
    event: 'satisfies',
    sessionId,
    windowId,
  });
  return Response.json({});
}
