import { belowADynamicLayout } from '../../actions';

export default async function Page() {
  await belowADynamicLayout('u_1');
  return <p>Members</p>;
}
