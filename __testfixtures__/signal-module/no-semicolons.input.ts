import { createSignalServer } from 'signal-next/server'

const client = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY || '',
})

export default client
