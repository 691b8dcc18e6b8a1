import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { curriculum } from './curriculum.ts'
import { builtInLabs, readLibrary } from './library.ts'
import { labHash } from './pack-hash.ts'

describe('the built-in labs', () => {
  test('can be read', async () => {
    const library = await builtInLabs()
    expect(library.findings).toEqual([])
    expect(library.packs.map(({ id }) => id)).toEqual(['cks'])
    const folders = (await readdir('labs/cks', { withFileTypes: true })).filter(it => it.isDirectory())
    expect(library.cards.map(({ id }) => id)).toEqual(folders.map(({ name }) => `cks/${name}`).sort())
    expect(library.cards.find(({ id }) => id === 'cks/audit-the-secrets')).toMatchObject({ points: 10 })
    expect(library.find('cks/audit-the-secrets')).toBe(library.labs.find(({ id }) => id === 'cks/audit-the-secrets'))
    expect(library.find('__proto__')).toBeUndefined()
  })

  test('belong to the curriculum', async () => {
    const { domains } = await curriculum()
    for (const { id, domain, competency } of (await builtInLabs()).cards) {
      const known = domains.find(({ slug }) => slug === domain)?.competencies.map(({ slug }) => slug)
      expect(known, id).toContain(competency)
    }
  })

  test('have two variants, three right attempts and five wrong ones', async () => {
    for (const { id, variants, variant } of (await builtInLabs()).labs) {
      const right = variant(0).attempts.filter(({ expected }) => expected.length === 0).length
      expect(variants.length, id).toBeGreaterThanOrEqual(2)
      expect(right, id).toBeGreaterThanOrEqual(3)
      expect(variant(0).attempts.length - right, id).toBeGreaterThanOrEqual(5)
    }
  })
})

describe('a pack that is not trusted', () => {
  let root = ''
  const put = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'packs-'))
    await put('odd/pack.yaml', 'title: Odd\nversion: 1.0.0\nlicense: MIT\nlicence: MIT\nauthors: [A]\n')
    await put('odd/a-lab/lab.yaml', 'title: A\n')
    await put('odd/a-lab/big.txt', 'x'.repeat(300 * 1024))
    await put('odd/a-lab/bytes.bin', new Uint8Array([0xff, 0xfe, 0]))
    await put('odd/a-lab/.hidden', 'not read')
    await symlink('/etc/passwd', join(root, 'odd/a-lab/link.txt'))
    await put('no-yaml/readme.md', 'hello')
  })
  afterAll(() => rm(root, { recursive: true }))

  test('is read without links, large files and bytes, and says so', async () => {
    const library = await readLibrary(root)
    expect(library.labs).toEqual([])
    expect(library.packs).toEqual([])
    const said = library.findings.map(({ file, line, message }) => `${file}${line ? `:${line}` : ''}: ${message}`)
    expect(said.slice(0, 7)).toEqual([
      'no-yaml/pack.yaml: `pack.yaml` is missing.',
      'no-yaml/readme.md: No part of a pack lies here.',
      'no-yaml: The pack has no lab: no folder with a `lab.yaml` lies in it.',
      'odd/a-lab/big.txt: A pack has at most 10000 files of 256 KiB, 8 MiB together.',
      'odd/a-lab/bytes.bin: This is no UTF-8 text. A pack holds text only.',
      'odd/a-lab/link.txt: Only files and folders may lie in a pack; links and others are not read.',
      'odd/pack.yaml:3: Unknown key `license`. Did you mean `licence`?',
    ])
  })
})

test('a hash tells files apart by name and text, not by order', () => {
  const hash = labHash({ a: 'x', b: 'y' })
  expect(labHash({ b: 'y', a: 'x' })).toBe(hash)
  expect(labHash({ a: 'x', b: 'z' })).not.toBe(hash)
  expect(labHash({ a: 'xb', y: '' })).not.toBe(hash)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
})
