import { signal } from '../../../lib/signal-server';
import { withServices } from '../../../services';

export const POST = withServices((services) => async (request) => {
  signal.capture({ distinctId: services.user.id, event: 'thing_made' });
  return Response.json(await request.json());
});
