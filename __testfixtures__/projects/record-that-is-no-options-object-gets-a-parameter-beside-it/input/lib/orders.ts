export interface Order {
  id: string;
  userId: string;
  total: number;
}

export async function saveOrder(order: Order) {
  return { ...order, savedAt: 1 };
}
