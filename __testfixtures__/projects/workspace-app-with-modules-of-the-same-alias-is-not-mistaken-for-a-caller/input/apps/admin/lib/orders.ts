export function order(userId: string) {
  return fetch(`/api/orders/${userId}`);
}
