import { record } from '@/lib/signal';

export async function POST(request: Request) {
  record(request, 'order received');
  return new Response('ordered');
}
