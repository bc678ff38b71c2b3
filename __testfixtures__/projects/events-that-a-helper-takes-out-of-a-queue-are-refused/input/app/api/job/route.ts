import { addJob } from '@/lib/jobs';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await addJob({ userId });
  return Response.json({});
}
