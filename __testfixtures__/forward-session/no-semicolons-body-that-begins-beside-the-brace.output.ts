import { signal, getSessionInfo } from '@/lib/signal-server'

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request); signal.capture({
  distinctId: distinctId || 'u1', event: 'ordered',
  sessionId,
  windowId
}) }

export const PUT = async (request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request); return save({
  done() { signal.capture({ distinctId: distinctId || 'u1', event: 'saved', sessionId, windowId }) }
}) }
