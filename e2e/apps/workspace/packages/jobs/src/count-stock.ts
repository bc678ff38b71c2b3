import { Event, getSignalServer } from "@seed-bank/analytics/server";

getSignalServer().capture({ distinctId: "stock", event: Event.StockCounted });
