import Link from 'next/link';
import { useSignal } from 'signal-next/client';
import { Requests } from '@/components/requests';

export default function Old() {
  const signal = useSignal();
  return (
    <main>
      <h1>Old market</h1>
      <Requests />
      <Link href="/old/report?year=1999" onClick={() => signal.capture('report pressed')}>
        report
      </Link>
    </main>
  );
}
