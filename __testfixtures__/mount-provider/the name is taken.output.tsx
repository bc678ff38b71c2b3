// @file app/layout.tsx
import { SignalProvider } from '@acme/traffic-lights';
import { SignalProvider as SignalSessionProvider } from '@/components/signal-provider';

export default function Layout({ children }: Props) {
  return (
    <html>
      <body>
        <SignalProvider>
          <SignalSessionProvider>{children}</SignalSessionProvider>
        </SignalProvider>
      </body>
    </html>
  );
}
