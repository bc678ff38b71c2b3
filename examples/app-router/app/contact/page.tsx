import { redirect } from 'next/navigation';
import { signal } from '@/lib/signal';

export default function ContactPage() {
  async function send(formData: FormData) {
    'use server';

    const email = String(formData.get('email'));
    const topic = String(formData.get('topic'));
    if (!email.includes('@')) return;

    signal.capture({
      distinctId: email,
      event: 'contact_form_sent',
      properties: { topic },
    });
    redirect('/');
  }

  return (
    <main>
      <h1>Contact us</h1>
      <form action={send}>
        <input name="email" type="email" required />
        <select name="topic">
          <option value="order">My order</option>
          <option value="plant">My plant looks sad</option>
        </select>
        <button type="submit">Send</button>
      </form>
    </main>
  );
}
