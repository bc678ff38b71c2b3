'use server'

import { after } from 'next/server'
import { z } from 'zod'
import { analytics, trackWaitlist } from '@/lib/analytics'
import { signal } from '@/lib/analytics/client'
import { userActionClient } from '@/lib/safe-action'

export async function joinWaitlist(form: FormData) {
  const email = String(form.get('email'))
  const course = String(form.get('course'))
  after(() => trackWaitlist(email, course))
}

export async function rename(form: FormData) {
  const id = String(form.get('person'))
  await Promise.all([analytics.personNamed({ id }, String(form.get('name'))), signal.flush()])
}

const reviewCourse = userActionClient
  .inputSchema(z.object({ course: z.string(), stars: z.coerce.number() }))
  .action(async ({ parsedInput: { course, stars }, ctx }) => {
    signal.capture({ distinctId: ctx.user.id, event: 'course_reviewed', properties: { course, stars } })
    return { thanks: true }
  })

export async function review(form: FormData) {
  await reviewCourse({ course: String(form.get('reviewed')), stars: Number(form.get('stars')) })
}
