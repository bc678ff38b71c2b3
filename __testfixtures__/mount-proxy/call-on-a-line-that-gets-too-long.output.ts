import createMiddleware from 'next-intl/middleware';
import { routing } from '@/i18n/routing';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(
  createMiddleware({ ...routing, localeDetection: false }),
);
