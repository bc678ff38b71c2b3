export type Product = { id: string; name: string; price: number; stock: number };

export const products: Product[] = [
  { id: 'monstera', name: 'Monstera', price: 3400, stock: 12 },
  { id: 'calathea', name: 'Calathea', price: 2100, stock: 0 },
  { id: 'pilea', name: 'Pilea', price: 1250, stock: 40 },
];

export const subscribers = new Set<string>();
const carts = new Map<string, Map<string, number>>();

export function findProduct(id: string): Product | undefined {
  return products.find((product) => product.id === id);
}

export function addToCart(userId: string, productId: string, quantity: number) {
  const cart = carts.get(userId) ?? new Map<string, number>();
  cart.set(productId, (cart.get(productId) ?? 0) + quantity);
  carts.set(userId, cart);
}

export function clearCart(userId: string): number {
  const size = carts.get(userId)?.size ?? 0;
  carts.delete(userId);
  return size;
}

export function redeem(code: string): number {
  return code === 'SPRING' ? 15 : 0;
}
