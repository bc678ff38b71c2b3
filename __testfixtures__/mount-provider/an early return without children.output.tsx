// @file app/layout.tsx
import { notFound } from 'next/navigation';
import { SignalProvider } from '@/components/signal-provider';

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!locale) return null;
  if (!children) notFound();
  return (
    <html lang={locale}>
      <body>
        <SignalProvider>{children}</SignalProvider>
      </body>
    </html>
  );
}
