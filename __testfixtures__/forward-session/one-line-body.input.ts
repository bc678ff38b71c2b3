// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) { signal.capture({ distinctId: 'u', event: 'x' }); return Response.json({}); }
