import { signal } from "./signal-server";

export function track(
  event: string,
  properties: Record<string, unknown>,
  userId?: string,
) {
  signal.capture({ distinctId: userId ?? "visitor", event, properties });
}

export function trackGroup(company: { name: string; plan: string }) {
  signal.groupIdentify({
    groupType: "company",
    groupKey: company.name,
    properties: { plan: company.plan },
  });
}
