import { visit } from '@/lib/tree';

export async function POST(request: Request) {
  const { tree, userId } = await request.json();
  visit(tree, userId);
  return Response.json({ ok: true });
}
