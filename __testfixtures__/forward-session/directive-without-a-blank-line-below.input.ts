// @file app/actions.ts
'use server'
export async function run(id: string) {
  const { signal } = await import('@/lib/signal-server')
  signal.capture({ distinctId: id, event: 'ran' })
}
