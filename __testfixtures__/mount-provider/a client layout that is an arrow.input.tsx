// @file app/layout.tsx
'use client'

const RootLayout = ({ children: content }: { children: React.ReactNode }) => (
  <html>
    <body>
      {content}
    </body>
  </html>
)

export default RootLayout
