import type { NextConfig } from 'next'

export default { output: 'standalone' } as NextConfig
