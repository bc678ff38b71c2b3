import { withServices } from '../services';
import { signal } from '../lib/signal-server';

export const getServerSideProps = withServices((services) => async (arg) => {
  signal.capture({ distinctId: services.user.id, event: 'about_seen' });
  return { props: {} };
});

export default function About() {
  return null;
}
