// @file app/api/orders/route.ts
import { app, services } from '@/lib/services';

export async function POST(request: Request) {
  services.signal.capture({ distinctId: 'u1', event: 'order_opened' });
  app.services.signal.capture({ distinctId: 'u1', event: 'order_paid' });
  services.camera.capture({ distinctId: 'u1', event: 'photo_taken' });
  return Response.json({});
}
