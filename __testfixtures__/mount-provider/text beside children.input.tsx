// @file app/layout.tsx
export default function Layout({ children }: Props) {
  return (
    <html>
      <body>Hello {children}!</body>
    </html>
  );
}
