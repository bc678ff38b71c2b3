// @file app/api/plan/route.ts
import { memoize } from 'lodash';
import _ from 'lodash';
import pMemoize from 'p-memoize';
import { signal } from '@/lib/signal-server';

const loadPlan = pMemoize(async (userId: string) => {
  signal.capture({ distinctId: userId, event: 'plan loaded' });
});
const loadTeam = memoize(async (userId: string) => {
  signal.capture({ distinctId: userId, event: 'team loaded' });
});
const loadSeat = _.memoize(async (userId: string) => {
  signal.capture({ distinctId: userId, event: 'seat loaded' });
});

export async function POST(request: Request) {
  const { userId } = await request.json();
  return Response.json([await loadPlan(userId), await loadTeam(userId), await loadSeat(userId)]);
}
