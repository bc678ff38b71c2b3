import { track, trackFrom } from '@/lib/track';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track({ distinctId: userId, event: 'ordered' });
  trackFrom({ distinctId: userId, event: 'ordered' }, 'api');
  return Response.json({});
}
