import { fromAStaticPage } from './actions';
import { Button } from './button';
import { cachedOrder } from '@/lib/cached';

export default async function Page() {
  await fromAStaticPage('u_1');
  const order = await cachedOrder('u_1');
  return (
    <p>
      {order.id} <Button />
    </p>
  );
}
