import { enter } from '@/lib/queue';

export async function POST(request: Request) {
  const { userId } = await request.json();
  enter({ userId });
  return Response.json({});
}
