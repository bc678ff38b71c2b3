import { addCall } from '@/lib/calls';

export async function POST(request: Request) {
  const { id, userId } = await request.json();
  addCall(id, { userId });
  return Response.json({});
}
