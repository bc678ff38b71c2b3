// @file app/api/export/route.ts
import { Client } from '@upstash/qstash';
import { inngest } from '@/lib/inngest';
import { signal } from '@/lib/signal-server';

const queue = new Client({ token: process.env.QSTASH_TOKEN! });

export async function POST(request: Request) {
  const { userId } = await request.json();
  await queue.publishJSON({ url: '/api/jobs/export', body: { userId } });
  await inngest.send({ name: 'export/requested', data: { userId } });
  signal.capture({ distinctId: userId, event: 'export_requested' });
  return Response.json({ ok: true });
}
