import { trackModel } from '@/lib/models';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackModel(userId);
  return Response.json({});
}
