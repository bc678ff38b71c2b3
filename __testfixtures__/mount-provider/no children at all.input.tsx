// @file app/layout.tsx
export default function Layout() {
  const f = ({ children }: Props) => <i>{children}</i>;
  return <html><body>{f({})}</body></html>;
}
