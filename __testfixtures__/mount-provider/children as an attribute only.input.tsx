// @file app/layout.tsx
export default function Layout({ children }: Props) {
  return <Shell content={children} />;
}
