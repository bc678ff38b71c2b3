// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function timed(id: string, run: () => Promise<void>) {
	await run();
	signal.capture({ distinctId: id, event: 'timed' });
}

export async function POST(request: Request) {
	const { id } = await request.json();
	await timed(id, async () => {
		signal.groupIdentify({
			groupType: 'company',
			groupKey: id,
		});
		signal.identify({ distinctId: id });
		await timed(id, async () => {
			if (id) await timed(id, async () => {});
		});
		await timed(id, () => fetch('https://example.com/a/bcdefg').then(() => {}));
	});
	return Response.json({});
}
