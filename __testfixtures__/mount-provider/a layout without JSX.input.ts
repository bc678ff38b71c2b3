// @file app/layout.ts
export default function Layout({ children }: Props) {
  return children;
}
