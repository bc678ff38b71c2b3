export function POST() {
  return new Response(null, { status: 307, headers: { location: `${process.env.NEXT_PUBLIC_OTHER_ORIGIN}/upload` } });
}
