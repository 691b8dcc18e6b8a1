import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { artefactKinds } from '#engine/validation/kinds.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { callProgram } from './fixtures/call-program.ts'
import { jsonShape, sarifShape } from './fixtures/report-shapes.ts'
import { exampleFiles } from './lint/examples.ts'

const none = pathToFileURL('none')
const call = (
  words: readonly string[],
  more: { readonly input?: string | Uint8Array; readonly isTTY?: boolean } = {},
) => callProgram(words, { workers: { shell: none, prove: none }, ...more })

const policy = 'cli/fixtures/lint/policy.yaml'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'breakwater-lint-'))
})
afterAll(() => rm(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

test('the help lists every kind, and takes each', async () => {
  const { out } = await call(['lint', '--help'])
  expect(artefactKinds.filter(({ id, name }) => !out.includes(`\n  ${id.padEnd(22)} ${name}\n`))).toEqual([])
  expect(out).toContain('Exit codes: 0 nothing is found, 1 something is, 2 ')
})

/** Kind → a code whose page shows such a file, wrong and put right. */
const shown: Readonly<Record<string, string>> = {
  'audit-policy': 'bad-level',
  seccomp: 'seccomp-unknown-action',
  falco: 'falco-bad-priority',
  'runtime-class': 'runtime-class-handler',
  'control-plane': 'flags-unknown',
  'kubelet-flags': 'flags-deprecated',
  pod: 'pod-security-privileged',
  apparmor: 'apparmor-missing-comma',
  'network-policy': 'network-policy-port',
  rbac: 'rbac-role-ref',
  'encryption-config': 'encryption-key',
  'admission-config': 'admission-fails-open',
  'authentication-config': 'authentication-anonymous',
  'authorization-config': 'authorization-allows-all',
  'kubelet-config': 'kubelet-anonymous',
  containerd: 'containerd-bad-setting',
}
const extraArgs = (value: string) =>
  `apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n    - { name: profiling, value: "${value}" }\n`
const template = (name: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers: [{ name: ${name}, image: "web:1" }]\n`

test.each(artefactKinds)('the file of $id that the help names is linted as such', async ({ id }) => {
  const help = (await call(['lint', '--help'])).out
  const file = exampleFiles[id] ?? ''
  expect(help).toContain(`\n  breakwater lint ${file}\n`.trimEnd())
  const code = shown[id] ?? (id === 'workload' ? 'pod-container' : 'flags-value')
  const page = readFileSync(`content/findings/${code}.md`, 'utf8')
  const [bad, good] = shown[id]
    ? ['Example', 'Remedy'].map(
        title => /^```(?!text)\w+.*\n([\s\S]*?)^```/m.exec(page.split(`## ${title}`)[1] ?? '')?.[1] ?? '',
      )
    : id === 'workload'
      ? [template('Web'), template('web')]
      : [extraArgs('no'), extraArgs('false')]
  const place = join(folder, id, file)
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, bad ?? '')
  const wrong = jsonShape.parse(JSON.parse((await call(['lint', place, '--format', 'json'])).out)).files[0]
  expect(wrong?.kinds).toEqual([id])
  expect(wrong?.findings.map(it => it.code)).toContain(code)
  const piped = await call(['lint', '-', '--stdin-path', place], { input: bad ?? '' })
  expect(piped).toMatchObject({ code: 1, out: expect.stringContaining(`[${code}]`) })
  await writeFile(place, good ?? '')
  const right = await call(['lint', place, '--severity', 'error'])
  expect(right).toEqual({ code: 0, out: 'Nothing found in 1 file.\n', err: '' })
})

describe('colours', () => {
  test.each([
    { isTTY: true, NO_COLOR: '', TERM: 'xterm', coloured: true },
    { isTTY: true, NO_COLOR: '1', TERM: 'xterm', coloured: false },
    { isTTY: true, NO_COLOR: '', TERM: 'dumb', coloured: false },
    { isTTY: false, NO_COLOR: '', TERM: 'xterm', coloured: false },
  ])('$isTTY $NO_COLOR $TERM', async ({ isTTY, NO_COLOR, TERM, coloured }) => {
    vi.stubEnv('NO_COLOR', NO_COLOR)
    vi.stubEnv('TERM', TERM)
    const { out } = await call(['lint', policy], { isTTY })
    expect(out.includes('\u001b[31merror\u001b[0m')).toBe(coloured)
    expect(out.includes('\u001b')).toBe(coloured)
  })

  test('are not what a file says', async () => {
    const input = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: "\\e[31m" # \u001b]0;title\u0007\n'
    const { code, out } = await call(['lint', '-'], { input })
    expect(code).toBe(1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/)
  })
})

describe('what is no text to lint', () => {
  const large = `apiVersion: audit.k8s.io/v1\n${'#'.repeat(1 << 20)}`
  test.each([
    ['bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'is no UTF-8 text', 2],
    ['UTF-16', Buffer.from('kind: Pod\n', 'utf16le'), 'is no UTF-8 text', 2],
    ['a text that is too large', Buffer.from(large), 'has more than 1 MiB', 2],
    ['nothing', Buffer.from(''), 'tells what kind of file it is', 2],
  ])('%s', async (name, bytes, says, code) => {
    const file = join(folder, name.replaceAll(' ', '-'))
    await writeFile(file, bytes)
    for (const said of [await call(['lint', file]), await call(['lint', '-'], { input: bytes })]) {
      expect(said).toMatchObject({ code, out: '' })
      expect(said.err).toContain(says)
    }
  })

  test('beside a file that is read', async () => {
    const [image, much] = [join(folder, 'image'), join(folder, 'much')]
    await writeFile(image, Buffer.from([0, 1, 2]))
    await writeFile(much, large)
    expect((await call(['lint', 'cli/fixtures/lint/sound.yaml', image])).code).toBe(0)
    expect((await call(['lint', 'cli/fixtures/lint/sound.yaml', much])).code).toBe(2)
  })

  test('a folder with more files than anybody means', async () => {
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let at = 0; at < 10_001; at++) writeFileSync(join(many, `${at}.yaml`), '')
    const { code, err } = await call(['lint', many])
    expect(code).toBe(2)
    expect(err).toContain('there are more than 10000 files')
  })

  test('in a folder: links, packages, names with a dot', async () => {
    const tree = join(folder, 'tree')
    const text = await readFile(policy)
    for (const name of ['a', '.hidden', 'node_modules/p']) {
      await mkdir(join(tree, name), { recursive: true })
      await writeFile(join(tree, name, 'policy.yaml'), text)
    }
    await symlink(tree, join(tree, 'loop'))
    await writeFile(join(tree, 'large.yaml'), large)
    const { code, out } = await call(['lint', tree])
    expect(code).toBe(1)
    expect(out).toMatch(/\n1 error, 2 warnings in 1 file\. 2 other files passed over\.\n$/)
  })
})

describe.each(artefactKinds)('$id never throws', ({ id }) => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['only separators', '---\n---\n...\n---'],
    ['an open bracket', '{'],
    ['brackets', '['.repeat(50_000)],
    ['an alias in itself', 'a: &a [*a]'],
    ['a half of a sign', '\ud800: \udc00'],
    ['line ends of all kinds', 'a: 1\r\nb: 2\rc: 3\n\u2028'],
    ['a list of lists', '- - - 1\n- {a: [}\n'],
    ['a long line', `kind: ${'x'.repeat(200_000)}`],
  ])('%s', async (_, input) => {
    const { code, err, out } = await call(['lint', '-', '--kind', id, '--format', 'json'], { input })
    expect(err).toBe('')
    expect([0, 1]).toContain(code)
    jsonShape.parse(JSON.parse(out))
  })
})

describe('reports for programs', () => {
  const all = ['lint', 'cli/fixtures/lint', 'cli/fixtures/lint/other/values.yaml']

  test('JSON has one shape', async () => {
    const { out } = await call([...all, '--format', 'json'])
    const { files, counts, unread } = jsonShape.parse(JSON.parse(out))
    const found = files.flatMap(it => it.findings)
    expect(found.length).toBe(counts.error + counts.warning + counts.info)
    expect(found.every(({ title }) => title !== null)).toBe(true)
    const inPolicy = files.find(({ file }) => file === policy)?.findings
    expect(inPolicy?.find(({ code }) => code === 'bad-level')).toMatchObject({
      title: 'No such level',
      help: expect.stringMatching(/^https:\/\/kubernetes\.io\//),
      path: ['rules', 0, 'level'],
      line: 4,
      column: 12,
      endColumn: 19,
    })
    expect(files.find(({ file }) => file.endsWith('mixed.yaml'))?.kinds).toEqual(['runtime-class', 'audit-policy'])
    expect(unread.map(({ reason }) => reason)).toEqual(['unknown-kind'])
  })

  test('SARIF is what the standard says, and its rules explain', async () => {
    const { out } = await call([...all, join(folder, 'none'), '--format', 'sarif'])
    const [run] = sarifShape.parse(JSON.parse(out)).runs
    const { rules, version } = run.tool.driver
    expect(version).toBe('1.2.3')
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.find(({ id }) => id === 'bad-level')).toMatchObject({
      shortDescription: { text: 'No such level' },
      helpUri: expect.stringMatching(/^https:/),
      help: { markdown: expect.stringContaining('## Remedy') },
    })
    const [first] = run.results[0]?.locations ?? []
    expect(first?.physicalLocation.artifactLocation).toEqual({
      uri: 'cli/fixtures/lint/flat/falco_rules.local.yaml',
      uriBaseId: '%SRCROOT%',
    })
    const [invocation] = run.invocations
    expect(invocation.executionSuccessful).toBe(false)
    expect(invocation.toolExecutionNotifications.map(({ level }) => level)).toEqual(['error', 'note'])
    const [missing] = invocation.toolExecutionNotifications[0]?.locations ?? []
    expect(missing?.physicalLocation.artifactLocation).toEqual({ uri: pathToFileURL(join(folder, 'none')).href })
  })

  test('SARIF of nothing is a run without results', async () => {
    const { code, out } = await call(['lint', 'cli/fixtures/lint/sound.yaml', '--format', 'sarif'])
    const [run] = sarifShape.parse(JSON.parse(out)).runs
    expect({ code, results: run.results, rules: run.tool.driver.rules }).toEqual({ code: 0, results: [], rules: [] })
  })

  test('SARIF doubles braces, and writes names as addresses', async () => {
    const file = join(folder, 'a {b} 100%.json')
    await writeFile(file, '{ "defaultAction": "SCMP_ACT_ALLOW", }')
    const { out } = await call(['lint', file, '--format', 'sarif'])
    const [result] = sarifShape.parse(JSON.parse(out)).runs[0].results
    expect(result?.message.text).toContain("'}}'")
    expect(result?.locations[0].physicalLocation.artifactLocation.uri).toMatch(/\/a%20%7Bb%7D%20100%25\.json$/)
  })

  test.each(['text', 'json', 'sarif'])('%s goes into a file', async format => {
    const file = join(folder, `report.${format}`)
    const said = await call(['lint', policy, '--format', format, '--output', file], { isTTY: true })
    expect(said).toEqual({ code: 1, out: '1 error, 2 warnings in 1 file.\n', err: '' })
    const report = await readFile(file, 'utf8')
    expect(report).toContain('bad-level')
    expect(report).not.toContain('\u001b')
  })
})

test.each([
  ['error', 1],
  ['warning', 3],
  ['info', 3],
])('--severity %s', async (least, count) => {
  const { out } = await call(['lint', policy, '--severity', least, '--format', 'json'])
  expect(jsonShape.parse(JSON.parse(out)).files[0]?.findings.length).toBe(count)
})

describe('docs/lint.md', () => {
  const page = readFileSync('docs/lint.md', 'utf8')
  const fence = (title: string) => new RegExp(`^\`\`\`\\w+${title}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(page)?.[1] ?? ''

  test('shows what is said of its example', async () => {
    const { out } = await call(['lint', '-', '--stdin-path', 'policy.yaml'], { input: fence(' title="policy.yaml"') })
    expect(out).toBe(fence(' title="breakwater lint policy.yaml"'))
  })

  test('has an example of JSON of the shape that it tells', () => {
    const [, example = ''] = /^```json\n([\s\S]*?)^```$/m.exec(page) ?? []
    jsonShape.parse(JSON.parse(example))
  })

  test('has examples for hooks and CI that can be read, with options that there are', async () => {
    const { out } = await call(['lint', '--help'])
    for (const title of ['.pre-commit-config.yaml', '.github/workflows/lint.yaml']) {
      const text = fence(` title="${title}"`)
      expect(readYaml(text).findings).toEqual([])
      const options = [...text.matchAll(/breakwater\.mjs lint (.*)/g)].flatMap(
        ([, it = '']) => it.match(/--[a-z-]+/g) ?? [],
      )
      expect(options.length).toBeGreaterThan(0)
      expect(options.filter(option => !out.includes(`  ${option} `))).toEqual([])
    }
  })
})
