import { headers } from 'next/headers';
import type { NextRequest } from 'next/server';

export async function languageOfVisitor() {
  return (await headers()).get('accept-language');
}

export function stopOf(request: NextRequest) {
  return request.nextUrl.searchParams.get('stop');
}

export async function within<T>(work: () => Promise<T>): Promise<T> {
  return await work();
}
