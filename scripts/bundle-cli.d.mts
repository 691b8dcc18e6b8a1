export function bundleCommandLine(outdir: string): Promise<void>
