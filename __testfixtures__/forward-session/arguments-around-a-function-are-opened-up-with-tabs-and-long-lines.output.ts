import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function timed(
	id: string,
	run: () => Promise<void>,
	session?: SessionInfo,
) {
	await run();
	signal.capture({
		distinctId: session?.distinctId || id,
		event: 'timed',
		sessionId: session?.sessionId,
		windowId: session?.windowId,
	});
}

export async function POST(request: Request) {
	const session = getSessionInfo(request);
	const { id } = await request.json();
	await timed(
		id,
		async () => {
			signal.groupIdentify(
				{
					groupType: 'company',
					groupKey: id,
				},
				session.sessionId,
				session.windowId,
			);
			signal.identify({
				distinctId: id,
				sessionId: session.sessionId,
				windowId: session.windowId,
			});
			await timed(
				id,
				async () => {
					if (id) await timed(id, async () => {}, session);
				},
				session,
			);
			await timed(
				id,
				() => fetch('https://example.com/a/bcdefg').then(() => {}),
				session,
			);
		},
		session,
	);
	return Response.json({});
}
