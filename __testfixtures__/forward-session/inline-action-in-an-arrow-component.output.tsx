import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

const Page = () => {
  const like = async () => {
    'use server';
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'liked',
      sessionId,
      windowId,
    });
  };
  return <form action={like} />;
};

export default Page;
