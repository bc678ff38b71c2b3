import { track } from '@/lib/track';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track(userId, 'ordered');
  return Response.json({});
}
