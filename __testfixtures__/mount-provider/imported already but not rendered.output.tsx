// @file app/layout.tsx
import { SignalProvider } from '@/components/signal-provider';

export { RootLayout as default };

function RootLayout({ children }: Props) {
  return (
    <html>
      <body>
        <SignalProvider>{ children }</SignalProvider>
      </body>
    </html>
  );
}
