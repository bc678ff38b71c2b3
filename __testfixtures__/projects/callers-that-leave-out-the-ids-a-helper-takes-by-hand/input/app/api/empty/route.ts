import {
  track,
  trackAlias,
  trackContext,
  trackKeys,
  trackNever,
  trackOrder,
  trackPair,
  trackPattern,
  trackSession,
  trackSpread,
  trackWhole,
} from '@/lib/track';

export async function POST(request: Request) {
  const { url } = request;
  track(url);
  trackOrder(url);
  trackNever(url);
  trackPair(url);
  trackPattern(url);
  trackKeys({ id: url });
  trackContext({ id: url });
  trackWhole({ distinctId: url, event: 'whole' });
  trackSpread(url);
  trackAlias(url);
  trackSession(url, undefined);
  return Response.json({});
}
