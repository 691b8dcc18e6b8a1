import { deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type RawEntry, rawTar, rawTgz, rawZip } from '../fixtures/raw-archives.ts'
import { readArchive } from './read-archive.ts'
import { writeArchive } from './write-archive.ts'

const yaml: RawEntry = { name: 'mine/pack.yaml', content: 'title: Mine\n' }
const both = (entries: readonly RawEntry[]) => ({ tgz: rawTgz([yaml, ...entries]), zip: rawZip([yaml, ...entries]) })
const many = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `mine/lab/${at}.txt`, content: 'x' }))
const deep = `mine/${'a/'.repeat(13)}x`
const limits = 'A pack has at most 10000 files of 256 KiB, 8 MiB together.'
const noLink = 'is a link. A pack holds files and folders only.'
const noFile = 'is neither a file nor a folder. A pack holds nothing else.'
const unseen = 'has a character in its name that cannot be seen. Rename it.'

/** Noise that does not become smaller, and is text. */
const noise = (length: number) => {
  let state = 1
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647
    return String.fromCharCode(33 + (state % 90))
  }).join('')
}

const hostile: readonly { name: string; archives: Readonly<Record<string, Uint8Array>>; says: string }[] = [
  {
    name: 'leads out of the pack',
    archives: both([{ name: 'mine/../../etc/cron.d/x', content: 'x' }]),
    says: '“mine/../../etc/cron.d/x” leads out of the pack. “..” may not be in a path.',
  },
  {
    name: 'begins with ..',
    archives: both([{ name: '../x', content: 'x' }]),
    says: '“../x” leads out of the pack. “..” may not be in a path.',
  },
  {
    name: 'leads out by a folder',
    archives: both([{ name: 'mine/..', type: '5' }]),
    says: '“mine/..” leads out of the pack. “..” may not be in a path.',
  },
  {
    name: 'an absolute path',
    archives: both([{ name: '/etc/passwd', content: 'x' }]),
    says: '“/etc/passwd” is an absolute path. Paths in an archive begin at the pack’s folder.',
  },
  {
    name: 'a path of a drive',
    archives: both([{ name: 'C:/x', content: 'x' }]),
    says: '“C:/x” is an absolute path. Paths in an archive begin at the pack’s folder.',
  },
  {
    name: 'backslashes',
    archives: both([{ name: 'mine\\..\\..\\x', content: 'x' }]),
    says: '“mine\\..\\..\\x” has a backslash in its name. Folders are parted by “/”.',
  },
  {
    name: 'a symbolic link',
    archives: {
      tgz: rawTgz([yaml, { name: 'mine/x', type: '2' }]),
      zip: rawZip([yaml, { name: 'mine/x', content: '/etc/passwd', mode: 0o120777 }]),
    },
    says: `“mine/x” ${noLink}`,
  },
  { name: 'a hard link', archives: { tgz: rawTgz([{ name: 'mine/x', type: '1' }]) }, says: `“mine/x” ${noLink}` },
  {
    name: 'a device',
    archives: {
      tgz: rawTgz([{ name: 'mine/x', type: '3' }]),
      zip: rawZip([{ name: 'mine/x', mode: 0o020666 }]),
    },
    says: `“mine/x” ${noFile}`,
  },
  { name: 'a pipe', archives: { tgz: rawTgz([{ name: 'mine/x', type: '6' }]) }, says: `“mine/x” ${noFile}` },
  { name: 'a file with holes', archives: { tgz: rawTgz([{ name: 'mine/x', type: 'S' }]) }, says: `“mine/x” ${noFile}` },
  {
    name: 'the same name twice',
    archives: both([yaml]),
    says: '“mine/pack.yaml” is there twice. Pack it again with every name once.',
  },
  {
    name: 'a file where a folder is',
    archives: both([
      { name: 'mine/a/b', content: 'x' },
      { name: 'mine/a', content: 'x' },
    ]),
    says: '“mine/a” is there twice. Pack it again with every name once.',
  },
  {
    name: 'names that differ by case',
    archives: both([{ name: 'mine/Pack.yaml', content: 'x' }]),
    says: '“mine/pack.yaml” and “mine/Pack.yaml” are the same name on systems that do not tell case or accents apart. Rename one.',
  },
  {
    name: 'folders that differ by case',
    archives: both([
      { name: 'mine/lab/a', content: 'x' },
      { name: 'mine/LAB/b', content: 'x' },
    ]),
    says: '“mine/lab” and “mine/LAB” are the same name on systems that do not tell case or accents apart. Rename one.',
  },
  {
    name: 'names that differ by normal form',
    archives: both([
      { name: 'mine/\u00e9', content: 'x' },
      { name: 'mine/e\u0301', content: 'x' },
    ]),
    says: '“mine/\u00e9” and “mine/e\u0301” are the same name on systems that do not tell case or accents apart. Rename one.',
  },
  {
    name: 'a name that is no UTF-8',
    archives: both([{ name: new Uint8Array([0x6d, 0xff, 0xfe]), content: 'x' }]),
    says: 'A name in the archive is no UTF-8 text. Pack it again with names in UTF-8.',
  },
  {
    name: 'a name that hides its end',
    archives: both([{ name: 'mine/x\u202etxt.exe', content: 'x' }]),
    says: `“mine/x\ufffdtxt.exe” ${unseen}`,
  },
  {
    name: 'a name of two lines',
    archives: both([{ name: 'mine/a\nb', content: 'x' }]),
    says: `“mine/a\ufffdb” ${unseen}`,
  },
  {
    name: 'a stream of a file',
    archives: both([{ name: 'mine/x:y', content: 'x' }]),
    says: '“mine/x:y” has a character in its name that not every system can store. Rename it.',
  },
  {
    name: 'a name that ends in a dot',
    archives: both([{ name: 'mine/x.', content: 'x' }]),
    says: '“mine/x.” has a name that ends in a blank or a dot. Rename it.',
  },
  {
    name: 'an empty name in a path',
    archives: both([{ name: 'mine//x', content: 'x' }]),
    says: '“mine//x” has an empty name or “.” in its path. Pack it again without.',
  },
  {
    name: 'too deep',
    archives: both([{ name: deep, content: 'x' }]),
    says: `“${deep}” lies too deep. At most 12 folders lie inside each other.`,
  },
  {
    name: 'a long name',
    archives: { zip: rawZip([yaml, { name: `mine/${'x'.repeat(5000)}`, content: 'x' }]) },
    says: `“mine/${'x'.repeat(35)}…${'x'.repeat(39)}” is too long. A path has at most 200 characters, and a name in it 100.`,
  },
  {
    name: 'bytes',
    archives: both([{ name: 'mine/x', content: new Uint8Array([0xff, 0xfe]) }]),
    says: 'This is no UTF-8 text. A pack holds text only.',
  },
  {
    name: 'a NUL',
    archives: both([{ name: 'mine/x', content: 'a\0b' }]),
    says: 'This is no UTF-8 text. A pack holds text only.',
  },
  { name: 'a large file', archives: both([{ name: 'mine/x', content: noise(300 * 1024) }]), says: limits },
  {
    name: 'large files',
    archives: both(
      many(40).map(it => ({
        ...it,
        content: 'abcdefgh'.repeat(4) + noise(250 * 1024).slice(0, 40_000) + ' '.repeat(215_000),
      })),
    ),
    says: limits,
  },
  {
    name: '100,000 files',
    archives: { tgz: rawTgz(Array.from({ length: 100_000 }, (_, at) => ({ name: `m/${at}` }))) },
    says: `The archive holds too many files. ${limits}`,
  },
  {
    name: '60,000 files in a zip',
    archives: { zip: rawZip(many(60_000).map(it => ({ ...it, content: '' }))).subarray() },
    says: 'An archive has at most 2.5 MiB; this one has 6.5 MiB.',
  },
  {
    name: 'too many files in a zip',
    archives: { zip: rawZip(many(10_001)) },
    says: `The archive holds too many files. ${limits}`,
  },
  {
    name: '100,000 folders',
    archives: {
      tgz: rawTgz(
        Array.from({ length: 30_001 }, (_, at) => ({
          name: `mine/${at}-${noise(60).slice(at % 30)}`.replace(/[\\<>:"|?*/. ]/g, 'x'),
          type: '5',
        })),
      ),
    },
    says: `The archive holds too many files. ${limits}`,
  },
  {
    name: 'zeros',
    archives: {
      tgz: gzipSync(
        Buffer.concat([
          rawTar([yaml]).subarray(0, 1024),
          rawTar([{ name: 'mine/x', size: 2 ** 32 }]).subarray(0, 512),
          Buffer.alloc(2 ** 24),
        ]),
      ),
    },
    says: limits,
  },
  {
    name: 'a bomb of small files',
    archives: both(many(30).map(it => ({ ...it, content: ' '.repeat(250 * 1024) }))),
    says: 'more than 100 times as large. No pack does, so it was not unpacked.',
  },
  {
    name: 'a size that is told too small',
    archives: { zip: rawZip([yaml, { name: 'mine/x', content: 'x'.repeat(100_000), size: 10 }]) },
    says: '“mine/x” is damaged, or not as large as the archive says.',
  },
  {
    name: 'a size that is told too large',
    archives: { zip: rawZip([yaml, { name: 'mine/x', content: 'x', size: 10 }]) },
    says: '“mine/x” is damaged, or not as large as the archive says.',
  },
  {
    name: 'two names of one file',
    archives: { zip: rawZip([yaml, { name: 'mine/x', localName: 'mine/y', content: 'x' }]) },
    says: '“mine/x” is damaged, or not as large as the archive says.',
  },
  {
    name: 'a password',
    archives: { zip: rawZip([yaml, { name: 'mine/x', flags: 1, content: 'x' }]) },
    says: '“mine/x” is encrypted. Pack it without a password.',
  },
  {
    name: 'another way of packing',
    archives: { zip: rawZip([yaml, { name: 'mine/x', method: 14, content: 'x' }]) },
    says: '“mine/x” is packed in a way that is not known here. Use the usual one.',
  },
  {
    name: 'the half of one',
    archives: Object.fromEntries(
      Object.entries(both(many(50))).map(([form, bytes]) => [form, bytes.subarray(0, bytes.length / 2)]),
    ),
    says: 'The archive cannot be read.',
  },
  {
    name: 'gzip of something else',
    archives: { tgz: gzipSync(noise(5000)) },
    says: 'The archive cannot be read. It is no tar archive inside. Pack it again.',
  },
  {
    name: 'something else',
    archives: { text: Buffer.from('hello'), empty: new Uint8Array(), deflated: deflateRawSync('hello') },
    says: 'This is neither a .tgz nor a .zip. “breakwater lab pack” makes one.',
  },
  {
    name: 'no pack',
    archives: { tgz: rawTgz([{ name: 'mine/readme', content: 'x' }]), zip: rawZip([]) },
    says: 'The archive holds no pack. It has to hold one folder, the pack’s, with `pack.yaml` in it.',
  },
  {
    name: 'two packs',
    archives: both([{ name: 'other/pack.yaml', content: 'x' }]),
    says: 'The archive holds no pack. It has to hold one folder, the pack’s, with `pack.yaml` in it.',
  },
]

describe('a hostile archive is refused', () => {
  const cases = hostile.flatMap(({ name, archives, says }) =>
    Object.entries(archives).map(([form, bytes]) => ({ name, form, bytes, says })),
  )
  test.each(cases)('$name: $form', async ({ form, bytes, says }) => {
    const read = await readArchive(bytes, `mine.${form}`)
    expect('findings' in read ? read.findings.map(it => it.message) : Object.keys(read.archived.files)).toEqual([
      expect.stringContaining(says),
    ])
  })
})

describe('a damaged archive', () => {
  const pack = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`lab/${at}.txt`, noise(200 + at)]))

  test.each(['tgz', 'zip', 'tar'] as const)(
    '%s: whatever byte differs, it is read or refused with a sentence',
    async form => {
      const whole = writeArchive('mine', { ...pack, 'pack.yaml': 'x' }, form === 'zip' ? 'zip' : 'tgz')
      // Inside gzip a changed byte is found by its sum; what the tar reader makes of one shows only below it.
      const bytes = form === 'tar' ? gunzipSync(whole) : whole
      let state = 7
      const next = (below: number) => {
        state = (state * 48271) % 2147483647
        return state % below
      }
      const seen = new Set<string>()
      for (let round = 0; round < 400; round++) {
        const changed = Uint8Array.from(bytes)
        for (let count = 1 + next(3); count > 0; count--) changed[next(changed.length)] = next(256)
        const read = await readArchive(form === 'tar' ? gzipSync(changed) : changed, 'mine')
        const said = 'findings' in read ? read.findings[0].message : ''
        seen.add(said === '' ? 'read' : 'refused')
        if ('findings' in read) expect(said).toMatch(/\.$/)
      }
      expect([...seen]).toContain('refused')
    },
  )
})

describe('an archive of a pack', () => {
  const files = {
    'pack.yaml': 'title: M\u00fc\n',
    'lab/task.md': 'Do.\n',
    [`lab/start/hosts/node01/${'long/'.repeat(6)}${'n'.repeat(90)}`]: 'x',
    'lab/start/\u00e4.txt': '',
  }

  test.each(['tgz', 'zip'] as const)('%s: what is written is read', async form => {
    const read = await readArchive(writeArchive('mine', files, form), 'any-name')
    expect(read).toEqual({ archived: { id: 'mine', files } })
  })

  test.each(['tgz', 'zip'] as const)('%s: the same files give the same bytes, whatever their order', form => {
    const turned = Object.fromEntries(Object.entries(files).reverse())
    expect(Buffer.compare(writeArchive('mine', files, form), writeArchive('mine', turned, form))).toBe(0)
  })

  test('what begins with a dot, and what macOS adds, is passed over', async () => {
    const hidden = ['mine/.git/config', '__MACOSX/mine/._pack.yaml', '.DS_Store'].map(name => ({ name, content: 'x' }))
    for (const bytes of Object.values(both(hidden)))
      expect(await readArchive(bytes, 'x')).toEqual({
        archived: { id: 'mine', files: { 'pack.yaml': 'title: Mine\n' } },
      })
  })

  test('without a folder, the name of the archive is the pack’s', async () => {
    const bytes = rawTgz([
      { name: './', type: '5' },
      { name: './pack.yaml', content: 'x' },
    ])
    expect(await readArchive(bytes, '/tmp/my-pack.tar.gz')).toEqual({
      archived: { id: 'my-pack', files: { 'pack.yaml': 'x' } },
    })
  })
})
