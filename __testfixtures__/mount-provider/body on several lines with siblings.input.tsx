// @file app/layout.tsx
import { Inter } from "next/font/google"

import { Nav } from "@/components/nav"
import "./globals.css"

const inter = Inter({ subsets: ["latin"] })

export default function RootLayout({
  children,
}: {
  children: React.ReactNode
}) {
  return (
    <html lang="en">
      <body className={inter.className}>
        <Nav />
        {children}
        <Footer year={2024} />
      </body>
    </html>
  )
}

function Footer({ year, children }: { year: number; children?: React.ReactNode }) {
  return <footer>{year}{children}</footer>
}
