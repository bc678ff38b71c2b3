import createMiddleware from 'next-intl/middleware';
import { signalProxy } from 'signal-next/proxy';
import { routing } from '@/i18n/routing';

export default signalProxy(
  createMiddleware({ ...routing, localeDetection: false }),
);
