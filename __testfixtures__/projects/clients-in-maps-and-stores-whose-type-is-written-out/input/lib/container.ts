export declare const container: { resolve<T>(token: string): T };
