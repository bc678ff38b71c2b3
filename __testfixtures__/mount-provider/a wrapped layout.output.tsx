// @file app/layout.tsx
import { withLocale } from '~/i18n';
import { SignalProvider } from '@/components/signal-provider';

function RootLayout({ children, locale }: Props) {
  return (
    <html lang={locale}>
      <body>
        <>
          <SignalProvider>{children}</SignalProvider>
        </>
      </body>
    </html>
  );
}

export default withLocale(RootLayout);
