// @file app/api/orders/route.ts
import type { UserId } from '@/lib/users';
import { signal } from '@/lib/signal-server';

type AccountId = string & { readonly brand: 'AccountId' };

declare function accountOf(): Promise<{ id: AccountId; email?: string; number: number }>;
declare const options: { readonly id: unknown; readonly user: UserId };

export async function POST(request: Request) {
  const account = await accountOf();
  const form = await request.formData();
  signal.capture({ distinctId: account.id, event: 'branded' });
  signal.capture({ distinctId: account.email!, event: 'asserted' });
  signal.capture({ distinctId: form.get('id') as string, event: 'cast' });
  signal.capture({ distinctId: <string>options.id, event: 'cast_in_front' });
  signal.capture({ distinctId: options.user, event: 'of_another_module' });
  signal.capture({ distinctId: `account_${account.number}`, event: 'template' });
  signal.capture({ distinctId: String(account.number), event: 'number' });
  signal.capture({ distinctId: account.email ?? account.id, event: 'nullish' });
  signal.capture({ distinctId: account.email ? account.email : account.id, event: 'conditional' });
  signal.capture({ distinctId: (account.email, account.id), event: 'sequence' });
  signal.capture({ distinctId: (await accountOf()).id, event: 'awaited' });
  signal.capture({ distinctId: account.number satisfies number as unknown as string, event: 'satisfies' });
  return Response.json({});
}
