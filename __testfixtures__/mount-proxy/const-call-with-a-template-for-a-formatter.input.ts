import { auth } from '@/auth';

export const middleware = auth((req) => {
  console.log(`visited
  ${req.nextUrl.pathname}`);
});
