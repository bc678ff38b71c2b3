import { Elysia } from 'elysia';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Elysia({ prefix: '/api' })
  .get('/v1/items/1', () => ({ item: 1 }))
  .get('/v1/items/2', () => ({ item: 2 }))
  .get('/v1/items/3', () => ({ item: 3 }))
  .get('/v1/items/4', () => ({ item: 4 }))
  .get('/v1/items/5', () => ({ item: 5 }))
  .get('/v1/items/6', () => ({ item: 6 }))
  .get('/v1/items/7', () => ({ item: 7 }))
  .get('/v1/items/8', () => ({ item: 8 }))
  .get('/v1/items/9', () => ({ item: 9 }))
  .get('/v1/items/10', () => ({ item: 10 }))
  .get('/v1/items/11', () => ({ item: 11 }))
  .get('/v1/items/12', () => ({ item: 12 }))
  .get('/v1/items/13', () => ({ item: 13 }))
  .get('/v1/items/14', () => ({ item: 14 }))
  .get('/v1/items/15', () => ({ item: 15 }))
  .get('/v1/items/16', () => ({ item: 16 }))
  .get('/v1/items/17', () => ({ item: 17 }))
  .get('/v1/items/18', () => ({ item: 18 }))
  .get('/v1/items/19', () => ({ item: 19 }))
  .get('/v1/items/20', () => ({ item: 20 }))
  .get('/v1/items/21', () => ({ item: 21 }))
  .get('/v1/items/22', () => ({ item: 22 }))
  .get('/v1/items/23', () => ({ item: 23 }))
  .get('/v1/items/24', () => ({ item: 24 }))
  .get('/v1/items/25', () => ({ item: 25 }))
  .get('/v1/items/26', () => ({ item: 26 }))
  .get('/v1/items/27', () => ({ item: 27 }))
  .get('/v1/items/28', () => ({ item: 28 }))
  .get('/v1/items/29', () => ({ item: 29 }))
  .get('/v1/items/30', () => ({ item: 30 }))
  .get('/v1/items/31', () => ({ item: 31 }))
  .get('/v1/items/32', () => ({ item: 32 }))
  .get('/v1/items/33', () => ({ item: 33 }))
  .get('/v1/items/34', () => ({ item: 34 }))
  .get('/v1/items/35', () => ({ item: 35 }))
  .get('/v1/items/36', () => ({ item: 36 }))
  .get('/v1/items/37', () => ({ item: 37 }))
  .get('/v1/items/38', () => ({ item: 38 }))
  .get('/v1/items/39', () => ({ item: 39 }))
  .get('/v1/items/40', () => ({ item: 40 }))
  .query('catalogue', () => ['a', 'b']);

export const GET = app.handle;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'shop',
    event: 'catalogue_read',
    sessionId,
    windowId,
  });
  return app.handle(request);
}
