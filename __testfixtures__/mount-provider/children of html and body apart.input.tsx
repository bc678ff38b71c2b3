// @file app/layout.tsx
export default function Layout({ children }: Props) {
  return (
    <html>
      <body>
        <main>{children}</main>
        <aside>{children}</aside>
      </body>
    </html>
  );
}
