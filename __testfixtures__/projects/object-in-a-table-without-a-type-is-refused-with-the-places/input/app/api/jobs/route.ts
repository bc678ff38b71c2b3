import { runAll, runKnown, runNamed } from '../../../lib/jobs';

export async function POST(request: Request) {
  const { name, userId } = await request.json();
  runNamed(name, userId);
  runAll(userId);
  runKnown('ship', userId);
  return Response.json({});
}
