// Bundles what runs outside Next into single files: the server, the worker threads, the command line.
import { build } from 'esbuild'

const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  // `server-only` is empty under this condition; these bundles are the server.
  conditions: ['react-server'],
  sourcemap: true,
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
}

await Promise.all([
  build({ ...shared, entryPoints: { serve: 'server/serve.ts', worker: 'sessions/worker.ts' } }),
  build({ ...shared, entryPoints: { 'prove-worker': 'sessions/prove-worker.ts' } }),
  build({ ...shared, entryPoints: { breakwater: 'cli/breakwater.ts' }, banner: { js: '#!/usr/bin/env node' } }),
])
