import { saveJob } from '@/app/actions';
import { Cancel } from './cancel';

export default function Page() {
  return (
    <form action={saveJob}>
      <Cancel />
    </form>
  );
}
