import { EarlyOrder } from '@/components/early-order';

export default function Early() {
  return (
    <main>
      <h1>Early order</h1>
      <EarlyOrder />
    </main>
  );
}
