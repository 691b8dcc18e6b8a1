export const standardFiles: ReadonlyMap<string, string> = new Map()
