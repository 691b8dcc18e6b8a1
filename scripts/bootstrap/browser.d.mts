export declare function browser(): Promise<string | undefined>
