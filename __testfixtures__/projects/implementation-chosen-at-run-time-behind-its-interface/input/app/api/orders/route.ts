import { chooseTracker, getTracker, makeTracker } from '@/lib/tracker';

export async function POST(request: Request) {
  const { userId } = await request.json();
  getTracker().track(userId, 'ordered');
  makeTracker().track(userId, 'paid');
  chooseTracker(false).track(userId, 'shipped');
  return Response.json({});
}
