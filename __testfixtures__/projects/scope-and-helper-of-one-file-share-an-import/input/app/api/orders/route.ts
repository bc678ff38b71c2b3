import { track } from '../../../lib/analytics';

export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  ordered(userId);
  return Response.json({});
}

function ordered(userId: string) {
  track(userId, 'ordered');
}
