import NextAuth from 'next-auth';
import { providers } from '@/auth-providers';

export default NextAuth({
  providers,
}).auth;
