export async function saveOrder(order: { userId: string }) {
  return order;
}
