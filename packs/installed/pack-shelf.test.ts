import { spawn } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LabFiles, PackFinding } from '#engine/grade/lab-source.ts'
import { writeArchive } from '../archive/write-archive.ts'
import { smallFile, smallPack } from '../fixtures/small-pack.ts'
import type { Library } from '../library.ts'
import { openPackShelf, type PackShelf } from './pack-shelf.ts'
import { versionHash } from './version-folder.ts'

let root: string
let shelf: PackShelf
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'breakwater-packs-')), 'packs')
  shelf = openPackShelf(root, builtIn)
})
afterEach(() => rm(join(root, '..'), { recursive: true }))

const builtIn = async (): Promise<Library> => {
  const pack = { id: 'cks', title: 'CKS', version: '1', licence: 'MIT', authors: ['A'] }
  return { packs: [pack], labs: [], cards: [], find: () => undefined, findings: [] }
}
const told = (findings: readonly PackFinding[]) =>
  findings.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`)
const left = () => readdir(root).catch(() => [])
const install = (files: LabFiles, id = 'small') => shelf.install(writeArchive(id, files, 'tgz'), `${id}.tgz`)
const labYaml = smallFile('word/lab.yaml')
const packYaml = smallFile('pack.yaml')
const seen = async () => {
  const { versions } = await shelf.brought()
  return versions.map(({ folder, offered, findings }) => ({ folder, offered, faults: told(findings) }))
}

/** What is changed in a pack that holds, and everything that is said of it. */
const hostile: readonly {
  name: string
  id?: string
  files: Readonly<Record<string, string | null>>
  says: readonly string[]
}[] = [
  {
    name: 'a script in Markdown',
    files: { 'word/task.md': 'Do it.\n\n<script>alert(1)</script>\n' },
    says: [
      'small/word/task.md:3: Raw HTML is not shown: `<script`. Write it in Markdown, or as code between backticks.',
    ],
  },
  {
    name: 'HTML in a hint',
    files: { 'word/hints.md': '## word\n\nLook <b onclick="x()">here</b>.\n' },
    says: [
      'small/word/hints.md:3: Raw HTML is not shown: `<b`. Write it in Markdown, or as code between backticks.',
      'small/word/hints.md:3: Raw HTML is not shown: `</b`. Write it in Markdown, or as code between backticks.',
    ],
  },
  {
    name: 'HTML that a variant puts in',
    files: {
      'word/lab.yaml': labYaml.replace('{ word: setns }', '{ word: "<img src=x onerror=y>" }'),
      'word/task.md': `Write \${{ word }}.\n`,
    },
    says: ['small/word/task.md:1: Raw HTML is not shown: `<img`. Write it in Markdown, or as code between backticks.'],
  },
  {
    name: 'SVG with a script in Markdown',
    files: { 'README.md': '<svg onload="x()"/>\n' },
    says: ['small/README.md:1: Raw HTML is not shown: `<svg`. Write it in Markdown, or as code between backticks.'],
  },
  {
    name: 'SVG with a script as a file',
    files: { 'word/picture.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' },
    says: ['small/word/picture.svg: No part of a lab lies here. See the layout in docs/writing-a-lab.md.'],
  },
  {
    name: 'a text that takes a parser long',
    files: { 'word/task.md': '*a_'.repeat(4000), 'word/explain.md': `Why.\n\n${'>'.repeat(10_000)}\n` },
    says: [
      'small/word/task.md: The text has too many marks like `*` and `[`: more than 3000.',
      'small/word/explain.md:3: Quotes and lists lie in each other more than 20 times.',
    ],
  },
  {
    name: 'a lab.yaml without end',
    files: { 'word/lab.yaml': `${labYaml}# ${'x'.repeat(40_000)}\n` },
    says: ['small/word/lab.yaml: `lab.yaml` is too long. It has at most 32 KiB.'],
  },
  {
    name: 'a picture from elsewhere',
    files: { 'word/explain.md': '![x](https://example.org/x.svg)\n' },
    says: ['small/word/explain.md:1: Pictures are not shown. Say it in words, or draw it in a block of code.'],
  },
  {
    name: 'a link that is a script',
    files: { 'word/explain.md': '[x](JaVaScript:alert(1)) and [y][z]\n\n[z]: data:text/html,x\n' },
    says: [
      'small/word/explain.md:1: A link leads to http, https, or a page of this app, and nowhere else.',
      'small/word/explain.md:3: A link leads to http, https, or a page of this app, and nowhere else.',
    ],
  },
  {
    name: 'a key that nobody knows',
    files: { 'pack.yaml': `${packYaml}run: rm -rf /\n` },
    says: ['small/pack.yaml:5: Unknown key `run`. Known here: `title`, `version`, `licence`, `authors`.'],
  },
  {
    name: 'a wrong type',
    files: { 'pack.yaml': packYaml.replace(/^authors: .*$/m, 'authors: 3') },
    says: ['small/pack.yaml:4: `authors` has to be a list.'],
  },
  {
    name: 'a version that is a path',
    files: { 'pack.yaml': packYaml.replace(/^version: .*$/m, 'version: ../../x') },
    says: ['small/pack.yaml:2: `version`: A version is letters, digits, dots, plus and minus signs, as in 1.0.0.'],
  },
  {
    name: 'no pack.yaml that can be read',
    files: { 'pack.yaml': 'title: [\n' },
    says: [expect.stringContaining('small/pack.yaml:') as string],
  },
  {
    name: 'a check’s id twice',
    files: { 'word/lab.yaml': labYaml.replace('- id: profile', '- id: word') },
    says: [
      expect.stringMatching(/^small\/word\/lab\.yaml:\d+: Two checks have the id `word`\.$/) as string,
      expect.stringContaining('There is no check `profile`') as string,
    ],
  },
  {
    name: 'a lab of another kind of name',
    files: { 'My_Lab/lab.yaml': labYaml },
    says: [expect.stringContaining('small/My_Lab: A lab') as string],
  },
  {
    name: 'no lab at all',
    files: Object.fromEntries(
      [
        'lab.yaml',
        'task.md',
        'hints.md',
        'explain.md',
        'pass/solution.sh',
        'fail/profile.removed.sh',
        'fail/word.another.sh',
      ].map(name => [`word/${name}`, null]),
    ),
    says: ['small: The pack has no lab: no folder with a `lab.yaml` lies in it.'],
  },
  {
    name: 'a competency that is not in the curriculum',
    files: { 'word/lab.yaml': labYaml.replace(/^competency: .*$/m, 'competency: juggling') },
    says: [expect.stringContaining('There is no competency `juggling`') as string],
  },
  {
    name: 'a program among the files',
    files: { 'install.sh': 'rm -rf /\n' },
    says: ['small/install.sh: No part of a pack lies here.'],
  },
  {
    name: 'a pack that laughs',
    files: {
      'word/lab.yaml': `${labYaml}a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]\n`)
        .join('')}`,
    },
    says: [expect.stringMatching(/^small\/word\/lab\.yaml/) as string],
  },
  {
    name: 'the id of a pack that comes with the program',
    id: 'cks',
    files: {},
    says: ['cks: A pack with the id `cks` comes with Breakwater. Give the pack another name.'],
  },
  {
    name: 'a name that is no id',
    id: 'My Pack',
    files: {},
    says: ["My Pack: A pack's folder is named in small letters, digits and hyphens."],
  },
]

describe('a pack with a fault is not installed, and nothing of it is left', () => {
  test.each(hostile)('$name', async ({ id = 'small', files, says }) => {
    const installed = await install(await smallPack(files), id)
    expect('findings' in installed ? told(installed.findings).slice(0, says.length) : 'installed').toEqual(says)
    expect(await left()).toEqual([])
    expect((await shelf.library()).labs).toEqual([])
  })

  test('an archive that is none', async () => {
    const installed = await shelf.install(Buffer.from('PK\x03\x04 and nothing else'), 'x.zip')
    expect('findings' in installed && told(installed.findings)).toEqual([
      'x.zip: The archive cannot be read. It ends in the middle. Pack it again.',
    ])
    expect(await left()).toEqual([])
  })

  test('a folder that cannot be written', async () => {
    await writeFile(root, 'a file')
    await expect(install(await smallPack())).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('versions', () => {
  test('lie side by side: the newest is offered, and when it goes the one before is', async () => {
    const [first, second] = [await smallPack(), await smallPack({ 'word/task.md': 'Write it, please.\n' })]
    const [old, newer] = [versionHash(first), versionHash(second)]
    const before = await shelf.library()
    await install(first)
    await install(second)
    const both = await seen()
    expect(both.filter(it => it.offered)).toEqual([{ folder: `small@${newer}`, offered: true, faults: [] }])
    expect(both.map(it => it.folder).sort()).toEqual([`small@${old}`, `small@${newer}`].sort())
    const library = await shelf.library()
    expect(library).not.toBe(before)
    expect(library.cards.map(({ id }) => id)).toEqual(['small/word'])
    expect(library.find('small/word')?.files['task.md']).toContain('please')
    expect(await shelf.library()).toBe(library)

    expect(await shelf.remove('small', newer)).toBe(true)
    expect((await shelf.library()).find('small/word')?.files['task.md']).not.toContain('please')
    expect(await shelf.remove('small', newer)).toBe(false)
    expect(await shelf.remove('small', '../..')).toBe(false)
    await install(second)
    await setTimeout(5)
    const again = await install(first)
    expect('version' in again && [again.version.hash, again.version.offered]).toEqual([old, true])
    expect(await left()).toHaveLength(2)
  })

  test('one that was changed by hand is not offered, and can be installed again', async () => {
    const files = await smallPack()
    await install(files)
    const [folder = ''] = await left()
    await writeFile(join(root, folder, 'word/task.md'), 'Something else.\n')
    shelf = openPackShelf(root, builtIn)
    expect(await seen()).toEqual([
      { folder, offered: false, faults: [expect.stringContaining('are not those that were installed')] },
    ])
    const again = await install(files)
    expect('version' in again && again.version.offered).toBe(true)
  })

  test('another process installs the same and another version at once: both are whole, and nothing else is left', async () => {
    const archives: string[] = []
    const hashes: string[] = []
    for (const words of ['one', 'two', 'three']) {
      const files = await smallPack({ 'word/task.md': `Write \`\${{ word }}\`, ${words}.\n` })
      const file = join(root, '..', `${words}.tgz`)
      await writeFile(file, writeArchive('small', files, 'tgz'))
      archives.push(file)
      hashes.push(versionHash(files))
    }
    const process = (files: readonly string[]) =>
      text(
        spawn('node', ['--import', 'tsx', 'packs/fixtures/installer.ts', root, ...files], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }).stdout,
      )
    const said = await Promise.all([process([...archives, ...archives]), process([...archives].reverse())])
    expect(said[0]?.trim().split('\n')).toEqual([...hashes, ...hashes])
    expect(said[1]?.trim().split('\n')).toEqual([...hashes].reverse())
    expect(await left()).toEqual(hashes.map(hash => `small@${hash}`).sort())
    const versions = await seen()
    expect(versions.flatMap(({ faults }) => faults)).toEqual([])
    expect(versions.filter(({ offered }) => offered)).toHaveLength(1)
  })

  test('are no more than can be looked through', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, at) => mkdir(join(root, `p${at}`), { recursive: true })))
    const installed = await install(await smallPack())
    expect('findings' in installed && told(installed.findings)).toEqual([
      'small: There are 60 packs and versions, which is all that are kept. Remove one first.',
    ])
  })

  test('what a process left behind that ended in the middle is swept away', async () => {
    await mkdir(join(root, '.draft-old'), { recursive: true })
    await mkdir(join(root, '.draft-new'))
    await utimes(join(root, '.draft-old'), 0, 0)
    await install(await smallPack())
    expect((await left()).filter(name => name.startsWith('.'))).toEqual(['.draft-new'])
  })
})

describe('a folder put there by hand', () => {
  /** Looks again although a second is not over. */
  const freshly = async () => {
    shelf = openPackShelf(root, builtIn)
    return seen()
  }

  test('is found while the program runs, and what changes in it too', async () => {
    expect(await seen()).toEqual([])
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true })
    await expect.poll(seen, { timeout: 10_000 }).toEqual([{ folder: 'small', offered: true, faults: [] }])
    await appendFile(join(root, 'small/word/task.md'), '\nAnd more.\n')
    await expect
      .poll(async () => (await shelf.library()).find('small/word')?.files['task.md'], { timeout: 10_000 })
      .toContain('And more.')
    await rename(join(root, 'small'), join(root, '.small'))
    await expect.poll(seen, { timeout: 10_000 }).toEqual([])
  })

  test('that is copied while it is looked at has faults, and heals by itself', async () => {
    const files = await smallPack()
    await mkdir(join(root, 'small/word/pass'), { recursive: true })
    const yaml = files['word/lab.yaml'] ?? ''
    await writeFile(join(root, 'small/pack.yaml'), packYaml)
    await writeFile(join(root, 'small/word/lab.yaml'), yaml.slice(0, 150))
    const [half] = await seen()
    expect(half?.offered).toBe(false)
    expect(half?.faults).toContain('small/word/task.md: `task.md` is missing or empty.')
    expect((await shelf.library()).labs).toEqual([])
    // The folder's own time does not change by this.
    await appendFile(join(root, 'small/word/lab.yaml'), yaml.slice(150))
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true, force: false })
    await expect.poll(seen, { timeout: 10_000 }).toEqual([{ folder: 'small', offered: true, faults: [] }])
  })

  test('is offered as a whole or not at all', async () => {
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true })
    await cp('cli/fixtures/labs/small/word', join(root, 'small/another'), { recursive: true })
    await writeFile(join(root, 'small/another/task.md'), '<b>x</b>')
    const [version] = await freshly()
    expect(version?.offered).toBe(false)
    expect((await shelf.library()).labs).toEqual([])
  })

  test('has no id that is taken, and keeps its own from archives', async () => {
    await cp('cli/fixtures/labs/small', join(root, 'cks'), { recursive: true })
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true })
    expect(await freshly()).toEqual([
      {
        folder: 'cks',
        offered: false,
        faults: ['cks: A pack with the id `cks` comes with Breakwater. Rename the folder `cks`.'],
      },
      { folder: 'small', offered: true, faults: [] },
    ])
    const installed = await install(await smallPack())
    expect('findings' in installed && told(installed.findings)).toEqual([
      'small: `small` lies among the packs as a folder that was put there by hand. Take it away or rename it first.',
    ])
    await rename(join(root, 'small'), join(root, '.small'))
    expect('version' in (await install(await smallPack()))).toBe(true)
    await rename(join(root, '.small'), join(root, 'small'))
    const [, byHand, installedOne] = await freshly()
    expect(byHand).toEqual({
      folder: 'small',
      offered: false,
      faults: ['small: `small` is installed from an archive already. Remove that in Studio, or rename the folder.'],
    })
    expect(installedOne?.offered).toBe(true)
    expect(await shelf.remove('small', versionHash(await smallPack()))).toBe(true)
    expect((await seen()).find(({ folder }) => folder === 'small')?.offered).toBe(true)
  })

  test('with thousands of files is not read to its end', async () => {
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true })
    await mkdir(join(root, 'small/word/probes'))
    for (let at = 0; at < 11_000; at += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, one) => writeFile(join(root, `small/word/probes/${at + one}`), '')),
      )
    const [version] = await freshly()
    expect(version?.offered).toBe(false)
    expect(version?.faults[0]).toMatch(/^small\/word\/probes\/\d+: A pack has at most 10000 files/)
    expect(Object.keys((await shelf.brought()).versions[0]?.files ?? {})).toHaveLength(10_000)
  })

  test('what is no pack is said, and stops nothing', async () => {
    await mkdir(join(root, 'Not A Pack'), { recursive: true })
    await writeFile(join(root, 'some.tgz'), 'x')
    await symlink('/etc', join(root, 'linked'))
    await cp('cli/fixtures/labs/small', join(root, 'small'), { recursive: true })
    await symlink('/etc/passwd', join(root, 'small/word/probes'))
    expect(await freshly()).toEqual([
      {
        folder: 'small',
        offered: false,
        faults: ['small/word/probes: Only files and folders may lie in a pack; links and others are not read.'],
      },
    ])
    expect(told((await shelf.brought()).findings)).toEqual([
      'linked: This is no folder. A pack is a folder here; links are not followed, and archives are installed in Studio.',
      'some.tgz: This is no folder. A pack is a folder here; links are not followed, and archives are installed in Studio.',
      "Not A Pack: A pack's folder is named in small letters, digits and hyphens.",
    ])
  })
})
