import { EarlyOrder } from '@/components/early-order';

export default function OldEarly() {
  return (
    <main>
      <h1>Early order</h1>
      <EarlyOrder />
    </main>
  );
}
