import { checkBody } from './check';

export async function guard(request: Request) {
  const isValid = await checkBody(request);
  if (!isValid) throw new Error('Forbidden');
}
