import { createClient } from './supabase';

export async function currentUser() {
  const supabase = await createClient();
  const { data } = await supabase.auth.getUser();
  return { id: data.user?.id ?? '' };
}
