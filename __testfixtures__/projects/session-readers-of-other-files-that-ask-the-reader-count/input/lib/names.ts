export const SESSION = 'x-signal-session-id';
export const WINDOW = 'x-signal-window-id';
