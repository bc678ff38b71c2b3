// @file pages/index.tsx
import { signal } from '@/lib/signal-server';

export default function Home() {
  return <h1>Home</h1>;
}

Home.getInitialProps = async () => {
  signal.capture({ distinctId: 'u1', event: 'home' });
  return {};
};
