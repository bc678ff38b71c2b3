// @file pages/shop/[slug].tsx
import type { GetServerSidePropsContext } from 'next';
import { signal } from '@/lib/signal-server';

export async function getServerSideProps({ params = {}, query }: GetServerSidePropsContext) {
  signal.capture({ distinctId: String(query.uid), event: 'product_viewed', properties: { slug: params.slug } });
  return { props: { slug: params.slug ?? null } };
}
