import type { ReactNode } from 'react';
import { currentUser } from '@/lib/user';

export default async function Layout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  return <section id={user.id}>{children}</section>;
}
