"use server";

import { Event } from "@seed-bank/analytics/events";
import { track } from "@/lib/track";

export async function subscribe(form: FormData) {
  track({ event: Event.Subscribed, who: String(form.get("email")) });
}
