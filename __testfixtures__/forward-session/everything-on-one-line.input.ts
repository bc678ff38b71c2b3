// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server'; import { auth } from '@/lib/auth';
export async function POST(request: Request) { const user = await auth(); signal.capture({ distinctId: user.id, event: 'x' }); return Response.json({}); }
