import { runTool } from '../../../lib/tools/registry';

export async function POST(request: Request) {
  const { name, input } = await request.json();
  return Response.json(await runTool(name, input, { userId: 'u_1' }));
}
