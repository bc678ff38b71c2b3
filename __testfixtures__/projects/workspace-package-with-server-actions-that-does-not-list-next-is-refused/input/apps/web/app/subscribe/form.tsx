'use client';

export function Form({ action }: { action: (email: string) => Promise<void> }) {
  return <button onClick={() => action('a@example.com')}>Subscribe</button>;
}
