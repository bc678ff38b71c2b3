import { withAuth } from '@/lib/auth';
import { signal } from '@/lib/signal';

export const PATCH = withAuth(async (request, user) => {
  const profile = (await request.json()) as { name?: string; city?: string };
  signal.setPersonProperties(user.id, { ...profile });
  signal.group(user.id, 'plan', user.plan);
  return Response.json({ ...user, ...profile });
});
