import Link from 'next/link';
import { products } from '@/lib/store';

export default function HomePage() {
  return (
    <main>
      <h1>Plants</h1>
      <ul>
        {products.map((product) => (
          <li key={product.id}>
            <Link href={`/products/${product.id}`}>{product.name}</Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
