export declare const db: { total(id: string): Promise<number> };
