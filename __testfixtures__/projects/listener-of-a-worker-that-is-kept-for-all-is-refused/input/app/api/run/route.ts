import { acquireWorker } from '@/lib/pool';

export async function POST(request: Request) {
  const { userId, code } = await request.json();
  acquireWorker().send({ userId, code });
  return Response.json({});
}
