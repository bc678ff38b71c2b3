import { NextResponse } from "next/server";
import { signal, getSessionInfo } from "@/lib/signal-server";

export async function POST(request: Request) {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    const order = await request.json();
    signal.setPersonProperties(
        order.userId,
        { lastOrder: order.id },
        sessionId,
        windowId,
    );
    signal.capture({
        distinctId: distinctId || order.userId,
        event: "order_created",
        properties: {
            total: order.total,
        },
        sessionId,
        windowId,
    });
    return NextResponse.json(order);
}
