import { getAnalytics, getSessionInfo } from '../../../lib/analytics';
import { submitScore } from '../../../lib/submit-score';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, score } = (await request.json()) as { userId: string; score: number };
  await submitScore({ userId, analytics: getAnalytics() }, score, session);
  return Response.json({});
}
