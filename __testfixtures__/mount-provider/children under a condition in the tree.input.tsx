// @file app/layout.tsx
import { auth } from '@/auth';

export default async function Layout({ children, login }: Props) {
  const session = await auth();
  return (
    <html>
      <body>
        {session ? (
          <main title={`two
lines`}>{children}</main>
        ) : (
          <aside>
            {login}

            {children}
          </aside>
        )}
      </body>
    </html>
  );
}
