// @file app/(shop)/files/[[...path]]/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(_: Request, { params }: { params: { path?: string[] } }) {
  signal.capture({ distinctId: 'anon', event: 'file_read', properties: { path: params.path } });
  return Response.json({});
}
