import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

// Verdicts recorded from the real components lie beside the repository, not in it; without them nothing is compared.
const recordings = process.env.BREAKWATER_CONFORMANCE ?? '../shared/conformance'
const compared = existsSync(recordings)
if (!compared) console.log(`There are no recordings in ${recordings}: set BREAKWATER_CONFORMANCE to compare with them.`)

export default defineConfig({
  resolve: { conditions: ['react-server', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'default'] } },
  test: {
    include: ['{engine,packs,sessions,server,cli,components,test,scripts,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/generated/**', ...(compared ? [] : ['**/conformance.test.ts'])],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Else Node loads it, without the condition under which it is empty.
    server: { deps: { inline: ['server-only'] } },
  },
})
