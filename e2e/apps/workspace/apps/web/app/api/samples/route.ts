import { NextResponse } from "next/server";
import { requestSample } from "@/lib/samples";

export const POST = async (request: Request) => {
  const { id, who } = (await request.json()) as { id: string; who?: string };
  try {
    return NextResponse.json(await requestSample(id, who));
  } catch (error) {
    return NextResponse.json({ error: String(error) }, { status: 404 });
  }
};
