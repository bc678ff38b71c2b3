import { signal, type SessionInfo } from "./signal-server";

export function track(
  event: string,
  properties: Record<string, unknown>,
  userId?: string,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || (userId ?? "visitor"),
    event,
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export function trackGroup(company: {
  name: string;
  plan: string;
  session?: SessionInfo;
}) {
  signal.groupIdentify(
    {
      groupType: "company",
      groupKey: company.name,
      properties: { plan: company.plan },
    },
    company.session?.sessionId,
    company.session?.windowId,
  );
}
