// @file app/layout.tsx
import { SignalProvider } from '@acme/traffic-lights';

export default function Layout({ children }: Props) {
  return (
    <html>
      <body>
        <SignalProvider>{children}</SignalProvider>
      </body>
    </html>
  );
}
