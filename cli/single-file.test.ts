import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleCommandLine } from '../scripts/bundle-cli.mjs'
import { jsonShape, sarifShape } from './fixtures/report-shapes.ts'

/** A folder with nothing of ours in or above it but the one file. */
let folder = ''
beforeAll(async () => {
  const built = mkdtempSync(join(tmpdir(), 'breakwater-built-'))
  folder = mkdtempSync(join(tmpdir(), 'breakwater-alone-'))
  await bundleCommandLine(built)
  cpSync(join(built, 'breakwater.mjs'), join(folder, 'breakwater.mjs'))
  const licences = readFileSync(join(built, 'breakwater.licences.txt'), 'utf8')
  for (const name of ['commander', 'just-bash', 'yaml', 'zod'])
    expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'))
  rmSync(built, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

function call(words: readonly string[], input: string | Uint8Array = '') {
  // Nothing of the environment leads to our packages.
  const { status, stdout, stderr } = spawnSync(process.execPath, ['breakwater.mjs', ...words], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  })
  return { code: status, out: stdout, err: stderr }
}

const policy = readFileSync('cli/fixtures/lint/policy.yaml')

/** What the examples of the help are about, each with something that is found. */
const beside: Readonly<Record<string, string | Buffer>> = {
  'deploy/policy.yaml': policy,
  'pod.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: web, image: "web:1", tty: maybe }]\n',
  'own-rules.yaml': '- rule: own\n  desc: own\n  condition: spawned and unheard\n  output: own\n  priority: INFO\n',
  'etc/falco/falco_rules.yaml': '- macro: spawned\n  condition: evt.type = execve\n',
  'conditions.jsonl': '',
  'recordings/falco/events.jsonl': '',
  'recordings/falco/world.json': '{"threads": []}',
}

describe('the command line alone in an empty folder', () => {
  test('tells what is possible', () => {
    expect(call(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('lint [options] <file...>'),
    })
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(call(['--version'])).toEqual({ code: 0, err: '', out: `${version}\n` })
  })

  test('lints, with the pages about findings', () => {
    expect(call(['lint', '-', '--severity', 'error'], policy)).toMatchObject({
      code: 1,
      err: '',
      out: expect.stringMatching(/^stdin:4:12 error .*\[bad-level\]\n/),
    })
    const json = jsonShape.parse(JSON.parse(call(['lint', '-', '--format', 'json'], policy).out))
    expect(json.files[0]?.findings[0]?.title).toBe('No such level')
    const sarif = sarifShape.parse(JSON.parse(call(['lint', '-', '--format', 'sarif'], policy).out))
    expect(sarif.runs[0].tool.driver.rules.every(({ help }) => help?.markdown)).toBe(true)
  })

  test('lints every kind', () => {
    const { code, out } = call(['lint', resolve('cli/fixtures/lint'), '--format', 'json'])
    const kinds = jsonShape.parse(JSON.parse(out)).files.flatMap(it => it.kinds)
    expect({ code, kinds: [...new Set(kinds)].sort() }).toEqual({
      code: 1,
      kinds: ['audit-policy', 'falco', 'runtime-class', 'seccomp'],
    })
  })

  test.each(['lint', 'eval'])('the examples that %s --help prints work as they are', command => {
    const help = call([command, '--help']).out
    const [, examples = ''] = /\nExamples:\n((?: {2}.*\n)+)/.exec(help) ?? []
    const lines = examples.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(3)
    const home = mkdtempSync(join(tmpdir(), 'breakwater-examples-'))
    cpSync(join(folder, 'breakwater.mjs'), join(home, 'breakwater.mjs'))
    for (const [name, text] of Object.entries(beside)) {
      mkdirSync(join(home, dirname(name)), { recursive: true })
      writeFileSync(join(home, name), text)
    }
    const program = 'breakwater() { node breakwater.mjs "$@"; }; kubectl() { cat pod.yaml; };'
    for (const line of lines) {
      const { status, stderr } = spawnSync('sh', ['-c', `${program} ${line.replace(' /etc/', ' etc/')}`], {
        cwd: home,
        encoding: 'utf8',
      })
      expect({ line, status, stderr }).toEqual({ line, status: command === 'lint' ? 1 : 0, stderr: '' })
    }
    rmSync(home, { recursive: true })
  })

  test('answers questions, of the shell too', () => {
    expect(call(['eval', 'yaml-json'], '{"text": "yes: 0x10"}\n')).toEqual({
      code: 0,
      err: '',
      out: '{"ok":true,"json":"{\\"true\\":16}"}\n',
    })
    const tools =
      'echo "{a: [1, 2]}" | yq -o json | jq -c .a | tee b; tar cf c.tar b; gzip c.tar; zcat c.tar.gz | sha1sum | cut -c 41-'
    writeFileSync(
      join(folder, 'world.json'),
      JSON.stringify([{ path: '/root', type: 'dir', mode: '0700', uid: 0, gid: 0, mtime: 1 }]),
    )
    const question = JSON.stringify({ user: 'root', cwd: '/root', script: tools })
    const { code, out } = call(['eval', 'shell/cases', '--beside', '.'], `${question}\n`)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ stdout: '[1,2]\n  -\n', stderr: '', exit: 0 })
  })

  test('says what labs need', () => {
    const { code, err } = call(['lab', 'check'])
    expect(code).toBe(2)
    expect(err).toMatch(/^breakwater: What is about labs needs the folders of Breakwater, .* npm run breakwater /)
  })
})
