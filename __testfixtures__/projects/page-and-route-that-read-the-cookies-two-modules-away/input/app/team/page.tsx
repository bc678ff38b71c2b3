import { currentUser } from '@/lib/access';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  const user = await currentUser();
  signal.capture({ distinctId: user.id, event: 'team_viewed' });
  return <p>{user.id}</p>;
}
