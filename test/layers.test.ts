import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Who may import whom: `docs/architecture.md` draws the same table. A folder that is not named here may import nothing
 * of ours; packages are listed only where a folder must not have just any.
 */
const layers: Record<string, { ours: readonly string[]; packages?: readonly RegExp[] }> = {
  'engine/yaml': { ours: [], packages: [/^yaml$/] },
  'engine/validation': { ours: ['engine/yaml'], packages: [/^re2js$/] },
  'engine/cluster': { ours: ['engine/yaml', 'engine/validation'], packages: [] },
  'engine/worlds': { ours: ['engine/cluster'], packages: [] },
  'engine/shell': {
    ours: ['engine/yaml', 'engine/validation', 'engine/cluster', 'engine/worlds'],
    packages: [/^just-bash(\/|$)/, /^re2js$/],
  },
  'engine/grade': {
    ours: ['engine/yaml', 'engine/validation', 'engine/cluster', 'engine/worlds', 'engine/shell'],
    packages: [/^zod$/],
  },
  'engine/eval': { ours: ['engine'], packages: [/^zod$/] },
  packs: {
    ours: ['engine/grade', 'engine/yaml', 'engine/cluster'],
    packages: [/^node:/, /^(yaml|zod|minisearch|fflate|unified|remark-parse|remark-gfm|mdast)$/],
  },
  sessions: { ours: ['engine', 'packs'], packages: [/^node:/, /^zod$/] },
  server: { ours: ['engine', 'packs', 'sessions', 'generated'] },
  cli: { ours: ['engine', 'packs', 'sessions'], packages: [/^node:/, /^(commander|zod)$/] },
  bench: { ours: ['engine', 'packs', 'sessions', 'components', 'scripts'] },
  components: { ours: ['engine'] },
  app: { ours: ['engine', 'packs', 'server', 'components'] },
}
/** These never reach a folder, whatever it lists. */
const never: Record<string, readonly RegExp[]> = {
  server: [/^react/],
  packs: [/^react/],
  components: [/^node:(?!path$)/, /^server-only$/],
}

const root = path.resolve(import.meta.dirname, '..')
const importLine = /^(?:import|export|\})(?:[^'\n]*\bfrom)?\s*'([^']+)'|\bimport\('([^']+)'\)/gm

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const at = path.posix.join(folder, entry.name)
    // What lies in `fixtures/` serves tests only.
    if (entry.isDirectory()) yield* entry.name === 'fixtures' ? [] : sources(at)
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield at
  }
}

function layerOf(file: string): string | undefined {
  return Object.keys(layers)
    .filter(layer => file === layer || file.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Where an import leads: one of our paths, or a package. */
function target(file: string, specifier: string): { ours: string } | { pack: string } {
  if (specifier.startsWith('.')) return { ours: path.posix.join(path.posix.dirname(file), specifier) }
  if (specifier.startsWith('#prisma/')) return { ours: 'generated/prisma' }
  if (specifier.startsWith('#')) return { ours: specifier.slice(1) }
  return { pack: specifier }
}

const files = ['engine', 'packs', 'sessions', 'server', 'cli', 'bench', 'components', 'app'].flatMap(it => [
  ...sources(it),
])

describe('layers', () => {
  test.each(files)('%s imports only what its folder may', file => {
    const layer = layerOf(file)
    // What lies directly in engine/ is the fence itself.
    if (!layer) return expect(path.dirname(file)).toBe('engine')
    const rule = layers[layer]
    const text = readFileSync(path.join(root, file), 'utf8')
    const wrong = [...text.matchAll(importLine)].flatMap(([, still = '', lazily = '']) => {
      const specifier = still || lazily
      const to = target(file, specifier)
      if ('pack' in to) {
        const refused = never[layer.split('/')[0] ?? '']?.some(it => it.test(to.pack)) ?? false
        const allowed = !rule?.packages || rule.packages.some(it => it.test(to.pack))
        return refused || !allowed ? [specifier] : []
      }
      const own = layer.startsWith('engine/') ? layer : (layer.split('/')[0] ?? layer)
      const fine = [own, ...(rule?.ours ?? [])].some(it => to.ours === it || to.ours.startsWith(`${it}/`))
      return fine ? [] : [specifier]
    })
    expect(wrong).toEqual([])
  })

  test('every folder of ours is named in the table', () => {
    const tops = readdirSync(path.join(root, 'engine'), { withFileTypes: true })
      .filter(it => it.isDirectory())
      .map(it => `engine/${it.name}`)
    expect(tops.filter(it => !(it in layers))).toEqual([])
  })
})

describe('the engine knows neither time nor chance', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\beval\(|\bnew Function\b/
  test.each(files.filter(it => it.startsWith('engine/')))('%s', file => {
    const text = readFileSync(path.join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    expect(impure.exec(text)?.[0]).toBeUndefined()
  })
})

describe('the server stays on the server', () => {
  // What the bundled entry points and the worker share with Next must say so; types and pure functions may be left out.
  test.each(files.filter(it => it.startsWith('server/attempts/') || it.startsWith('server/database/')))('%s', file => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const touches = /from '(#prisma|node:|#sessions|#packs)/.test(text)
    if (touches) expect(text).toContain("import 'server-only'")
  })

  const client = files.filter(it => readFileSync(path.join(root, it), 'utf8').startsWith("'use client'"))
  test('no client component imports the server', () => {
    const wrong = client.filter(it =>
      /from '#(server|packs|sessions)\//.test(readFileSync(path.join(root, it), 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})
