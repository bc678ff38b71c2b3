// @file app/layout.tsx
// Copyright Acme

/** The frame of every page. */
export default function Layout({ children }: Props) {
  return (
    <html>
      <body
        className="a"
      >{children}</body>
    </html>
  );
}
