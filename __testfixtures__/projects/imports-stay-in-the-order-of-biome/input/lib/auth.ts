export declare function caller(request: Request): Promise<{ userId: string }>;
