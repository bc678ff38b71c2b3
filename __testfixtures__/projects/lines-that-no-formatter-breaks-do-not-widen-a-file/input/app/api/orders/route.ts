import { track } from "@/lib/track";
import { CONFIRMATION_OF_AN_ORDER_THAT_CANNOT_BE_SHIPPED_BEFORE_NEXT_WEEK as text } from "@/lib/texts";

const greeting = `Thank you very much for your order, which we are going to ship as soon as we can.`;

export async function POST(request: Request) {
  const { orderNumber, customer, warehouse } = await request.json();
  track(`ordered ${orderNumber}`, customer, `to the warehouse ${warehouse}`);
  return Response.json({ greeting, text });
}
