import { createServerClient } from '@supabase/ssr';
import { cookies } from 'next/headers';

export async function createClient() {
  const jar = await cookies();
  return createServerClient('u', 'k', { cookies: { get: (name: string) => jar.get(name)?.value } });
}
