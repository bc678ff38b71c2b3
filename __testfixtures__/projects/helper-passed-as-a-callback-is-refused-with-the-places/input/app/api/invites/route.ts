import { trackInvite } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userIds } = (await request.json()) as { userIds: string[] };
  userIds.forEach(trackInvite);
  trackInvite('owner');
  return Response.json({ ok: true });
}
