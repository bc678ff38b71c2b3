"use server";

import signal from "@/lib/signal";

export async function reserve(formData: FormData) {
  const name = String(formData.get("name"));
  signal.capture({ distinctId: name, event: "table_reserved", properties: { seats: Number(formData.get("seats")) } });
}
