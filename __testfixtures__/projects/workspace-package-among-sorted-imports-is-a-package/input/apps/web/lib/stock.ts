export declare function stock(request: Request): Promise<string>;
