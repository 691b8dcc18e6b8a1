// Bundles what runs outside Next into single files: the server, the worker threads, the command line.
import { build } from 'esbuild'
import { bundleCommandLine } from './bundle-cli.mjs'
import { bundleOptions } from './bundle-options.mjs'

// A folder may be named, to look at what would be built.
const outdir = process.argv[2] ?? 'dist'
const options = bundleOptions(outdir)

await Promise.all([
  build({ ...options, entryPoints: { serve: 'server/serve.ts', worker: 'sessions/worker.ts' } }),
  build({ ...options, entryPoints: { 'prove-worker': 'sessions/prove-worker.ts' } }),
  bundleCommandLine(outdir),
])
