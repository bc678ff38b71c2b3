import { click, page, screen } from '@/lib/analytics';

export async function POST(request: Request) {
  const body = await request.json();
  page();
  page({ path: '/orders' });
  page(body.page);
  screen();
  screen({ title: 'Orders' });
  click();
  return Response.json({});
}
