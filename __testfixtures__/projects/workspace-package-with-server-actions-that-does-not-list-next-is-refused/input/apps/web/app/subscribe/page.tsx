import { subscribe } from '@acme/newsletter/actions';
import { Form } from './form';

export default function Page() {
  return <Form action={subscribe} />;
}
