import { Charge, Localise, runSteps } from '../../../lib/steps';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await runSteps([new Localise(), new Charge()], userId);
  return Response.json({});
}
