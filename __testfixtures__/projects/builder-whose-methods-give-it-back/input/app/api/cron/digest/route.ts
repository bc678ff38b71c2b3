import { event } from '@/lib/analytics';

export async function GET() {
  event('digest_sent').by('digest').send();
  return Response.json({});
}
