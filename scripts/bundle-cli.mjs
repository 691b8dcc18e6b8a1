import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { parse } from 'yaml'
import { writeLicences } from './bundle-licences.mjs'
import { bundleOptions } from './bundle-options.mjs'

/**
 * Bundles the command line into one file that runs anywhere: packages and the pages about findings are inside. The
 * licences of the packages lie beside it.
 */
export async function bundleCommandLine(outdir) {
  const { metafile } = await build({
    ...bundleOptions(outdir),
    entryPoints: { breakwater: 'cli/breakwater.ts' },
    packages: 'bundle',
    // The shell's optional packages with code of the machine: without them it does without, and so does an install.
    external: ['@mongodb-js/zstd', 'node-liblzma'],
    // Names stay as they are, because sentences may quote those of classes.
    minifyWhitespace: true,
    minifySyntax: true,
    metafile: true,
    define: {
      BREAKWATER_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
      BREAKWATER_FINDING_PAGES: JSON.stringify(findingPages()),
      BREAKWATER_QUESTIONS: JSON.stringify(questions()),
    },
    // Packages that were written for CommonJS ask for Node's own modules by `require`.
    banner: {
      js: `#!/usr/bin/env node
import { createRequire as requireOfBundle } from 'node:module'
const require = requireOfBundle(import.meta.url)`,
    },
  })
  writeLicences(metafile, path.join(outdir, 'breakwater.licences.txt'))
}

/** Code → text of its page. */
function findingPages() {
  const folder = 'content/findings'
  const names = readdirSync(folder).filter(name => name.endsWith('.md'))
  return Object.fromEntries(
    names.sort().map(name => [path.basename(name, '.md'), readFileSync(path.join(folder, name), 'utf8')]),
  )
}

/** Kind → what `eval` can be asked, a line of JSON each. */
function questions() {
  const examples = parse(readFileSync('engine/eval/examples.yaml', 'utf8'))
  return Object.fromEntries(examples.map(({ kind, lines }) => [kind, lines.map(({ ask }) => JSON.stringify(ask))]))
}
