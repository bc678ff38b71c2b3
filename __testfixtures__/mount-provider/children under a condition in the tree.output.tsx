// @file app/layout.tsx
import { auth } from '@/auth';
import { SignalProvider } from '@/components/signal-provider';

export default async function Layout({ children, login }: Props) {
  const session = await auth();
  return (
    <html>
      <body>
        <SignalProvider>
          {session ? (
            <main title={`two
lines`}>{children}</main>
          ) : (
            <aside>
              {login}

              {children}
            </aside>
          )}
        </SignalProvider>
      </body>
    </html>
  );
}
