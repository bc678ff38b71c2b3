import { subscribe } from '../actions';
import { RedeemForm } from './redeem-form';

export default function NewsletterPage() {
  return (
    <main>
      <h1>One letter a month</h1>
      <form action={subscribe}>
        <input name="email" type="email" required />
        <button type="submit">Subscribe</button>
      </form>
      <RedeemForm />
    </main>
  );
}
