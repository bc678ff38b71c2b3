// @file app/page.tsx
import { signal } from '@/lib/signal-server';

const Page = () => {
  const like = async () => {
    'use server';
    signal.capture({ distinctId: 'u1', event: 'liked' });
  };
  return <form action={like} />;
};

export default Page;
