// @file app/api/order/route.ts
import { signal } from '@/lib/signal-server'

export async function POST(request: Request) { signal.capture({
  distinctId: 'u1', event: 'ordered'
}) }

export const PUT = async (request: Request) => { return save({
  done() { signal.capture({ distinctId: 'u1', event: 'saved' }) }
}) }
