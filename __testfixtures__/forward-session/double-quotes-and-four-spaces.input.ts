// @file app/api/orders/route.ts
import { NextResponse } from "next/server";
import { signal } from "@/lib/signal-server";

export async function POST(request: Request) {
    const order = await request.json();
    signal.setPersonProperties(order.userId, { lastOrder: order.id });
    signal.capture({
        distinctId: order.userId,
        event: "order_created",
        properties: {
            total: order.total,
        },
    });
    return NextResponse.json(order);
}
