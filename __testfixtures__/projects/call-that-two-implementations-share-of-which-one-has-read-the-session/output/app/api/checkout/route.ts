import { getSessionInfo } from '@/lib/signal-server';
import { Charge, Localise, runSteps } from '../../../lib/steps';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  await runSteps([new Localise(), new Charge()], userId, session);
  return Response.json({});
}
