import { renewOrder } from '@/lib/orders';

export const revalidate = 60;

export default async function Page() {
  const { ok } = await renewOrder({ userId: 'p' });
  return <p>{String(ok)}</p>;
}
