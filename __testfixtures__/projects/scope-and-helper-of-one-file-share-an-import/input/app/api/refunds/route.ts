export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  await refunded(userId);
  return Response.json({});
}

async function refunded(userId: string) {
  const { track } = await import('../../../lib/analytics');
  track(userId, 'refunded');
}
