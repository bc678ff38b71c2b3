import { trackSignUp } from "@seed-bank/analytics/server";

/** Takes somebody on the list. */
export async function signUp(email: string) {
  if (!email.includes("@")) throw new RangeError(`${email} is no address`);
  trackSignUp(email, new Date());
  return { email };
}
