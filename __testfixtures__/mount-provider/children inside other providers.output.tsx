// @file app/layout.tsx
import { SignalProvider } from '@/components/signal-provider';
import { Providers } from './providers';

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
