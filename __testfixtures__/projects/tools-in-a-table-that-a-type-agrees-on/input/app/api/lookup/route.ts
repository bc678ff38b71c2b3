export async function POST(request: Request) {
  const { lookupTool } = await import('../../../lib/tools/lookup');
  return Response.json(await lookupTool.execute(await request.json(), { userId: 'u_1' }));
}
