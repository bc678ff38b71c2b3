// @file pages/index.tsx
import type { NextPageContext } from 'next';
import { signal } from '@/lib/signal-server';

function Home() {
  return <h1>Home</h1>;
}

Home.getInitialProps = async ({ req }: NextPageContext) => {
  signal.capture({ distinctId: 'u1', event: 'home' });
  return {};
};

export default Home;
