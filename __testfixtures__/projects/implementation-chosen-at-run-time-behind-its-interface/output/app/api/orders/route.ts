import {
  chooseTracker,
  getSessionInfo,
  getTracker,
  makeTracker,
} from '@/lib/tracker';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  getTracker().track(userId, 'ordered', session);
  makeTracker().track(userId, 'paid', session);
  chooseTracker(false).track(userId, 'shipped', session);
  return Response.json({});
}
