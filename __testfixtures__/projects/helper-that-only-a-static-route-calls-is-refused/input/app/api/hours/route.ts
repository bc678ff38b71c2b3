import { trackHours } from '@/lib/analytics';

export const dynamic = 'force-static';

export async function GET() {
  trackHours();
  return Response.json({ open: 9, close: 17 });
}
