import { writeLine } from '@/lib/lines';

export async function POST(request: Request) {
  const { userId } = await request.json();
  return Response.json({ pen: writeLine(userId) });
}
