export declare function caller(request: Request): Promise<string>;
