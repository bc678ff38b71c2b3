'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { useSignal } from 'signal-next/client';

type Cart = { items: string[]; add: (productId: string) => Promise<void> };

const CartContext = createContext<Cart>({ items: [], add: async () => {} });

export function CartProvider({ children }: { children: ReactNode }) {
  const [items, setItems] = useState<string[]>([]);
  const signal = useSignal();

  async function add(productId: string) {
    setItems((current) => [...current, productId]);
    signal.capture('add_to_cart_clicked', { productId });
    await fetch('/api/cart', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ productId, quantity: 1 }),
    });
  }

  return <CartContext.Provider value={{ items, add }}>{children}</CartContext.Provider>;
}

export const useCart = () => useContext(CartContext);
