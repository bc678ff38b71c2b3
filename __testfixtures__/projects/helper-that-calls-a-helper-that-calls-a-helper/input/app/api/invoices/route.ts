import { sendInvoice } from '@/lib/billing/invoices';

export async function POST(request: Request) {
  const { userId, amount } = await request.json();
  return Response.json(await sendInvoice(userId, amount));
}
