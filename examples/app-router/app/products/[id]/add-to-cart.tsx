'use client';

import { useCart } from '../../cart-context';

export function AddToCart({ productId }: { productId: string }) {
  const { add } = useCart();
  return (
    <button type="button" onClick={() => add(productId)}>
      Add to cart
    </button>
  );
}
