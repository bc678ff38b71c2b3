import { signUp } from "@seed-bank/newsletter";
import { NextResponse } from "next/server";

export async function POST(request: Request) {
  const { email } = (await request.json()) as { email: string };
  return NextResponse.json(await signUp(email), { status: 201 });
}
