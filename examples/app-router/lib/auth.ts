import { cookies } from 'next/headers';
import type { NextRequest } from 'next/server';

export type User = { id: string; name: string; plan: 'free' | 'club' };

async function currentUser(): Promise<User | null> {
  const token = (await cookies()).get('fernhill_user')?.value;
  return token ? { id: token, name: 'Robin', plan: 'club' } : null;
}

/** The user's id, or the id of the anonymous cart. */
export async function visitorId(): Promise<string> {
  const user = await currentUser();
  return user?.id ?? (await cookies()).get('fernhill_cart')?.value ?? 'guest';
}

export function withAuth(handler: (request: NextRequest, user: User) => Promise<Response>) {
  return async (request: NextRequest) => {
    const user = await currentUser();
    if (!user) return Response.json({ error: 'Sign in first' }, { status: 401 });
    return handler(request, user);
  };
}

export function authedAction<Input>(action: (user: User, input: Input) => Promise<string>) {
  return async (_previous: string, input: Input): Promise<string> => {
    const user = await currentUser();
    return user ? action(user, input) : 'Sign in first';
  };
}
