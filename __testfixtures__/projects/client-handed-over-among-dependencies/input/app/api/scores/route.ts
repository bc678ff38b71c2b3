import { getAnalytics } from '../../../lib/analytics';
import { submitScore } from '../../../lib/submit-score';

export async function POST(request: Request) {
  const { userId, score } = (await request.json()) as { userId: string; score: number };
  await submitScore({ userId, analytics: getAnalytics() }, score);
  return Response.json({});
}
