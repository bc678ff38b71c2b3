// @file pages/_app.jsx
export default function App(props) {
  return (
    <>
      <Head />
      <props.Component {...props.pageProps} />
    </>
  );
}
