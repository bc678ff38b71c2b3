export function track(_userId: string) {}
