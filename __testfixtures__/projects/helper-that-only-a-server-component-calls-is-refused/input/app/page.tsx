import { trackView } from '@/lib/analytics';

export default async function Home() {
  trackView('/');
  return <main>Welcome</main>;
}
