import { start } from '@/lib/worker';

export async function POST(request: Request) {
  await start({ issuer: request.url });
  return Response.json({});
}
