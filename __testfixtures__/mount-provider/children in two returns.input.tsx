// @file app/layout.tsx
export default function Layout({ children }: Props) {
  if (process.env.BARE) return <html><body>{children}</body></html>;
  return (
    <html>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
