import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['react-server', 'node', 'import', 'default'] },
  ssr: { resolve: { conditions: ['react-server', 'node', 'import', 'default'] } },
  test: {
    include: ['{engine,packs,sessions,server,cli,components,test,scripts,bench}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/generated/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Else Node loads it, without the condition under which it is empty.
    server: { deps: { inline: ['server-only'] } },
  },
})
