import { identify } from '../../../lib/server-signal';

export async function POST(request: Request) {
  const { userId, name } = (await request.json()) as { userId: string; name: string };
  identify({ distinctId: userId, properties: { name } });
  return Response.json({});
}
