/** What every bundle is built with. Packages are left out, because they are installed beside it. */
export function bundleOptions(outdir) {
  return {
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // `server-only` is empty under this condition; these bundles are the server.
    conditions: ['react-server'],
    sourcemap: true,
    outdir,
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  }
}
