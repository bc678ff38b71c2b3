// @file app/layout.jsx
export default function Layout(props) {
  const { children, ...rest } = props;
  return <html><body {...rest}>{children}</body></html>;
}
