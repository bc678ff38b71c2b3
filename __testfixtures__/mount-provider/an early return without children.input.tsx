// @file app/layout.tsx
import { notFound } from 'next/navigation';

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!locale) return null;
  if (!children) notFound();
  return (
    <html lang={locale}>
      <body>{children}</body>
    </html>
  );
}
