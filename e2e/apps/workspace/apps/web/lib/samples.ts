import { Event } from "@seed-bank/analytics/events";
import { track } from "./track";

export const samples = ["rye", "spelt", "emmer"];

export async function requestSample(id: string, who?: string) {
  if (!samples.includes(id)) throw new RangeError(`no sample ${id}`);
  track({ event: Event.SampleRequested, who, properties: { id } });
  return { id, requested: true };
}
