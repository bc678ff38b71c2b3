import Link from 'next/link'
import type { ReactNode } from 'react'

export function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      <header>
        <Link href="/">Marginal</Link> <Link href="/about">About</Link>
      </header>
      <main>{children}</main>
    </>
  )
}
