import { cookies } from 'next/headers';

export async function currentUser() {
  const all = await cookies();
  return { id: all.get('id')?.value ?? '' };
}
