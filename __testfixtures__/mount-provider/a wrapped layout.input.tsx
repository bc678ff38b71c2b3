// @file app/layout.tsx
import { withLocale } from '~/i18n';

function RootLayout({ children, locale }: Props) {
  return (
    <html lang={locale}>
      <body>
        <>{children}</>
      </body>
    </html>
  );
}

export default withLocale(RootLayout);
