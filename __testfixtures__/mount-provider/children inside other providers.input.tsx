// @file app/layout.tsx
import { Providers } from './providers';

export default async function RootLayout(props: LayoutProps<'/'>) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <main>{props.children}</main>
          {props.modal}
        </Providers>
      </body>
    </html>
  );
}
