// @file app/layout.tsx
export default function Layout({ children, login, open }: Props) {
  return (
    <html>
      <body>
        {open && children ? children : login}
      </body>
    </html>
  );
}
