import { after } from 'next/server';
import { currentUser } from '@/lib/user';
import { afterAPage, fromADynamicPage } from '../actions';

export default async function Page() {
  const user = await currentUser();
  await fromADynamicPage(user.id);
  after(() => afterAPage(user.id));
  return <p>{user.id}</p>;
}
