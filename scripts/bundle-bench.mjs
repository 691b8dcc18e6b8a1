// Bundles the bench as the program itself is bundled. A loader that translates each file when it is imported also notes
// the name of every function that is made, which costs more than many a decision.
import { build } from 'esbuild'
import { bundleOptions } from './bundle-options.mjs'

await build({
  ...bundleOptions('dist/bench'),
  entryPoints: { bench: 'bench/bench.ts', measure: 'bench/rates/measure.ts' },
})
