// @file app/layout.tsx
import { Providers } from './providers';
import { SignalProvider } from '@/components/signal-provider';

export default async function RootLayout(props: LayoutProps<'/'>) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <main>
            <SignalProvider>{props.children}</SignalProvider>
          </main>
          {props.modal}
        </Providers>
      </body>
    </html>
  );
}
