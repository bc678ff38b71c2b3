import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const args = (await request.json()) as Parameters<typeof track>;
  track(...args);
  return Response.json({ ok: true });
}
