import type { AppProps } from 'next/app'
import Head from 'next/head'
import { Layout } from '@/components/layout'

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>Marginal notes</title>
      </Head>
      <Layout>
        <Component {...pageProps} />
      </Layout>
    </>
  )
}
