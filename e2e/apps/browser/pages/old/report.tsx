import type { GetServerSidePropsContext } from 'next';
import Link from 'next/link';
import { getSignalServerSideProps, type SignalPageProps } from 'signal-next/server';
import { record } from '@/lib/signal';

export const getServerSideProps = getSignalServerSideProps(async (context: GetServerSidePropsContext) => {
  record(context, 'report served', { year: context.query.year });
  return { props: { year: String(context.query.year) } };
});

export default function Report({ year, signalSessionId }: { year: string } & SignalPageProps) {
  return (
    <main>
      <h1>Report of {year}</h1>
      <p data-testid="served">{signalSessionId ?? 'no session'}</p>
      <Link href="/old">old</Link>
    </main>
  );
}
