import type { NextConfig } from 'next'
import { withSignalConfig } from 'signal-next/config'

export default withSignalConfig({ output: 'standalone' } as NextConfig)
