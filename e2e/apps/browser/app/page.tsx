import Link from 'next/link';
import { Requests } from '@/components/requests';
import { ServerActions } from '@/components/server-actions';

export default function Home() {
  return (
    <main>
      <h1>Market</h1>
      <Requests />
      <ServerActions />
      <form action="/api/order" method="post">
        <button>native form</button>
      </form>
      <Link href="/second">second</Link>
    </main>
  );
}
