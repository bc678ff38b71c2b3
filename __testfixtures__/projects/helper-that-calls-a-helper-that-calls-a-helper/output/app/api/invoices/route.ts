import { sendInvoice } from '@/lib/billing/invoices';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, amount } = await request.json();
  return Response.json(await sendInvoice(userId, amount, session));
}
