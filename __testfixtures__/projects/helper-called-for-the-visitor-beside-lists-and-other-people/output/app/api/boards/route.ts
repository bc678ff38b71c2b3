import { logActivity } from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

declare const db: {
  insert(board: { stages: { name: string }[] }): Promise<{ id: string }>;
};
declare function currentUser(): Promise<{ id: string }>;

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const user = await currentUser();
  const { stages }: { stages: string[] } = await request.json();
  const made = await db.insert({ stages: stages.map((name) => ({ name })) });
  await logActivity({
    userId: user.id,
    entityId: made.id,
    stages: stages.map((name) => name),
  }, session);
  return Response.json(made);
}
