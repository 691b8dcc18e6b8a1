import { describe, expect, it } from 'vitest'
import { answerTo, type Memory } from './answer.ts'
import type { AskedFile } from './protocol.ts'

const policy = 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'
const paths = {
  policy: '/etc/kubernetes/audit/policy.yaml',
  profile: '/var/lib/kubelet/seccomp/p.json',
  none: '/tmp/x',
}

function asked(marked: string, path: string, language = 'yaml'): { file: AskedFile; offset: number } {
  return { file: { key: path, path, language, text: marked.replace('‸', ''), near: [] }, offset: marked.indexOf('‸') }
}

async function completions(marked: string, path = paths.policy, memory: Memory = new Map()) {
  const items = await answerTo({ do: 'complete', ...asked(marked, path) }, memory)
  return Array.isArray(items) ? items : []
}

/** What the text becomes when a label is chosen. */
async function chosen(marked: string, label: string, path = paths.policy): Promise<string | undefined> {
  const text = marked.replace('‸', '')
  const item = (await completions(marked, path)).find(it => it.label === label)
  return item && text.slice(0, item.range.start) + item.insert + text.slice(item.range.end)
}

const labels = async (marked: string, path = paths.policy) => (await completions(marked, path)).map(it => it.label)

describe('completion', () => {
  it.each([
    ['levels', `${policy}rules:\n  - level: ‸\n`, ['None', 'Metadata', 'Request', 'RequestResponse']],
    [
      'stages in brackets',
      `${policy}omitStages: [‸]\n`,
      ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'],
    ],
    ['keys that are not there yet', `${policy}rules: []\nomitStages: []\n‸\n`, ['metadata', 'omitManagedFields']],
    [
      'keys of an item',
      `${policy}rules:\n  - resources:\n      - group: ""\n        ‸\n`,
      ['resources', 'resourceNames'],
    ],
    ['nothing in comments', `${policy}# ‸\n`, []],
    ['nothing for free text', `${policy}rules:\n  - resources:\n      - resourceNames: [‸]\n`, []],
  ])('knows %s', async (_, text, expected) => expect(await labels(text)).toEqual(expected))

  it('knows the resources of the group beside them, and remembers it while the line is broken', async () => {
    const memory: Memory = new Map()
    const rule = (more: string) =>
      `${policy}rules:\n  - level: None\n    resources:\n      - group: apps\n        ${more}`
    expect((await completions(rule('resources: [‸]\n'), paths.policy, memory)).map(it => it.label)).toContain(
      'deployments/scale',
    )
    const broken = (await completions(rule('resources: [dep‸\n  - : x: y\n'), paths.policy, memory)).map(it => it.label)
    expect(broken).toContain('deployments')
    expect(broken).not.toContain('pods')
  })

  it('offers the methods of paths where a rule names paths', async () => {
    expect(await labels(`${policy}rules:\n  - nonResourceURLs: [/version]\n    verbs: [‸]\n`)).toContain('post')
    expect(await labels(`${policy}rules:\n  - verbs: [‸]\n`)).toContain('deletecollection')
  })

  it.each([
    ['a key with a value', `${policy}rules:\n  - le‸\n`, 'level', `${policy}rules:\n  - level: \n`],
    ['a key with a list', `${policy}ru‸\n`, 'rules', `${policy}rules:\n`],
    ['a key that has its colon', `${policy}ru‸:\n`, 'rules', `${policy}rules:\n`],
    ['another item', `${policy}rules:\n  ‸\n`, 'level', `${policy}rules:\n  - level: \n`],
    [
      'the core group',
      `${policy}rules:\n  - resources:\n      - group: ‸\n`,
      '""',
      `${policy}rules:\n  - resources:\n      - group: ""\n`,
    ],
    ['between quotes', `${policy}rules:\n  - verbs: ["l‸"]\n`, 'list', `${policy}rules:\n  - verbs: ["list"]\n`],
    [
      'a star',
      `${policy}rules:\n  - resources:\n      - resources: [‸]\n`,
      '*',
      `${policy}rules:\n  - resources:\n      - resources: ["*"]\n`,
    ],
  ])('writes %s', async (_, before, label, after) => expect(await chosen(before, label)).toBe(after))

  it.each([
    ['a key', '{ ‸ }', 'syscalls', '{ "syscalls":  }'],
    ['a key in quotes', '{ "sys‸" }', 'syscalls', '{ "syscalls":  }'],
    ['an action', '{ "defaultAction": "SC‸" }', 'SCMP_ACT_LOG', '{ "defaultAction": "SCMP_ACT_LOG" }'],
    [
      'a number',
      '{ "syscalls": [{ "args": [{ "index": ‸ }] }] }',
      '3',
      '{ "syscalls": [{ "args": [{ "index": 3 }] }] }',
    ],
    [
      'a system call',
      '{ "syscalls": [{ "names": ["uns‸"] }] }',
      'unshare',
      '{ "syscalls": [{ "names": ["unshare"] }] }',
    ],
  ])('writes %s of a profile', async (_, before, label, after) =>
    expect(await chosen(before, label, paths.profile)).toBe(after),
  )
})

const config = '/etc/containerd/config.toml'
const runtimes = "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runsc]\n"

describe('completion of other kinds', () => {
  it.each([
    ['a header', '[plugins.io‸]', 'io.containerd.cri.v1.runtime', "[plugins.'io.containerd.cri.v1.runtime']", config],
    ['a key', `${runtimes}  runtime_t‸`, 'runtime_type', `${runtimes}  runtime_type = `, config],
    [
      'a value',
      `${runtimes}  runtime_type = ‸`,
      'io.containerd.runsc.v1',
      `${runtimes}  runtime_type = "io.containerd.runsc.v1"`,
      config,
    ],
    ['a number', 'version = ‸', '3', 'version = 3', config],
    [
      'a field in a condition',
      '- rule: r\n  condition: evt.type = execve and proc.na‸\n',
      'proc.name',
      '- rule: r\n  condition: evt.type = execve and proc.name\n',
      '/etc/falco/falco_rules.local.yaml',
    ],
    [
      'a macro in a block',
      '- macro: shells\n  condition: proc.name = sh\n- rule: r\n  condition: >\n    evt.type = execve and\n    sh‸\n',
      'shells',
      '- macro: shells\n  condition: proc.name = sh\n- rule: r\n  condition: >\n    evt.type = execve and\n    shells\n',
      '/tmp/x',
    ],
    [
      'a field in an output',
      '- rule: r\n  output: "a shell by %user.na‸"\n',
      'user.name',
      '- rule: r\n  output: "a shell by %user.name"\n',
      '/tmp/x',
    ],
    [
      'an argument of a field',
      '- rule: r\n  condition: evt.type = openat and evt.arg.‸\n',
      'evt.arg.flags',
      '- rule: r\n  condition: evt.type = openat and evt.arg.flags\n',
      '/tmp/x',
    ],
    [
      'an operator behind a field',
      '- rule: r\n  condition: "proc.name st‸"\n',
      'startswith',
      '- rule: r\n  condition: "proc.name startswith"\n',
      '/tmp/x',
    ],
    [
      'an event in a list',
      '- rule: r\n  condition: evt.type in (ex‸)\n',
      'execve',
      '- rule: r\n  condition: evt.type in (execve)\n',
      '/tmp/x',
    ],
    ['a key of a list', '- list: l\n  it‸\n', 'items', '- list: l\n  items:\n', '/etc/falco/rules.d/a.yaml'],
    [
      'what an override changes',
      '- macro: m\n  override:\n    ‸\n',
      'condition',
      '- macro: m\n  override:\n    condition: \n',
      '/tmp/x',
    ],
    ['a priority', '- rule: r\n  priority: W‸\n', 'WARNING', '- rule: r\n  priority: WARNING\n', '/tmp/x'],
    [
      'a field of a Pod behind a RuntimeClass',
      'kind: RuntimeClass\n---\nkind: Pod\nspec:\n  runt‸\n',
      'runtimeClassName',
      'kind: RuntimeClass\n---\nkind: Pod\nspec:\n  runtimeClassName: \n',
      '/tmp/x',
    ],
    [
      'a field of a RuntimeClass',
      'kind: RuntimeClass\nhan‸\n---\nkind: Pod\n',
      'handler',
      'kind: RuntimeClass\nhandler: \n---\nkind: Pod\n',
      '/tmp/x',
    ],
  ])('writes %s', async (_, before, label, after, path) => expect(await chosen(before, label, path)).toBe(after))
})

describe('hover', () => {
  it.each([
    ['a field', `${policy}omitSt‸ages: []\n`, paths.policy, 'omitStages', /Stages in which nothing is logged/],
    ['a value', `${policy}rules:\n  - level: Meta‸data\n`, paths.policy, 'Metadata', /Who asked for what/],
    [
      'a value that nobody knows, by its field',
      `${policy}rules:\n  - users: [ja‸ne]\n`,
      paths.policy,
      'rules[0].users[0]',
      /name of a user/,
    ],
    ['a system call', '{ "syscalls": [{ "names": ["pt‸race"] }] }', paths.profile, 'ptrace', /debuggers/],
    [
      'a runtime of any name',
      `${runtimes}  runtime_ty‸pe = "x"`,
      config,
      'plugins.io.containerd.cri.v1.runtime.containerd.runtimes.runsc.runtime_type',
      /shim/,
    ],
    ['a field in a condition', '- rule: r\n  condition: proc.na‸me = sh\n', paths.none, 'proc.name', /^Field/],
    [
      'a list in a condition',
      '- list: shells\n  items: [sh, bash]\n- rule: r\n  condition: proc.name in (she‸lls)\n',
      paths.none,
      'shells',
      /List: sh, bash/,
    ],
    [
      'a setting of a container',
      'kind: Pod\nspec:\n  containers:\n    - securityContext:\n        privi‸leged: true\n',
      paths.none,
      'spec.containers[0].securityContext.privileged',
      /on the node/,
    ],
  ])('explains %s', async (_, text, path, title, says) => {
    expect(await answerTo({ do: 'hover', ...asked(text, path) }, new Map())).toMatchObject({
      title,
      says: expect.stringMatching(says),
    })
  })

  it('is silent about what it does not know', async () => {
    expect(await answerTo({ do: 'hover', ...asked(`${policy}ba‸nana: 1\n`, paths.policy) }, new Map())).toBeNull()
    expect(await answerTo({ do: 'hover', ...asked('hel‸lo: 1\n', paths.none) }, new Map())).toBeNull()
  })

  it('counts in the whole file, behind other documents', async () => {
    const text = `a: b\n---\n${policy}omitSt‸ages: []\n`
    const start = text.indexOf('omitStages'.slice(0, 6))
    expect(await answerTo({ do: 'hover', ...asked(text, paths.none) }, new Map())).toMatchObject({ range: { start } })
  })
})

describe('check', () => {
  const codes = async (text: string, path: string, language: string) => {
    const answer = await answerTo({ do: 'check', file: { key: path, path, language, text, near: [] } }, new Map())
    return answer && 'marks' in answer ? answer.marks.map(({ code }) => code) : []
  }
  it.each([
    ['an audit policy', `${policy}rules:\n  - levle: None\n`, paths.none, 'yaml', ['misspelt-field', 'no-level']],
    [
      'a profile',
      '{ "defaultAction": "SCMP_ACT_ALOW", "syscalls": [] }',
      paths.none,
      'json',
      ['seccomp-unknown-action'],
    ],
    ['a file in the place of profiles', '[', paths.profile, 'json', ['seccomp-json-syntax']],
    [
      'a RuntimeClass',
      'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: { name: a }\nhandlr: runsc\n',
      paths.none,
      'yaml',
      ['runtime-class-unknown-field'],
    ],
    [
      'an AppArmor profile',
      'profile web {\n  capability net_admim,\n}\n',
      paths.none,
      'plaintext',
      ['apparmor-capability'],
    ],
    ['a configuration of containerd', 'version = 9\n', config, 'plaintext', ['containerd-version']],
    ['rules of Falco', '- macro: m\n  condition: proc.nme = sh\n', paths.none, 'yaml', ['falco-unused-macro']],
    ['any YAML', 'a: [b\n', paths.none, 'yaml', ['yaml-unclosed']],
    ['no syntax of other languages', 'a: [b\n', paths.none, 'shell', []],
  ])('reads %s', async (_, text, path, language, expected) =>
    expect(await codes(text, path, language)).toEqual(expected),
  )
})

describe('files that are read before', () => {
  const rules = '/etc/falco/falco_rules.yaml'
  const macro = '- macro: shell_started\n  condition: evt.type = execve and proc.name = sh\n'
  const own = `- rule: r
  desc: d
  condition: shell_started and user.name = root
  output: "%proc.name"
  priority: WARNING
`
  const local = (text: string, near: AskedFile['near']): AskedFile => ({
    ...{ key: 'k', path: '/etc/falco/falco_rules.local.yaml', language: 'yaml', text, near },
  })

  it('are asked for, and then count', async () => {
    const check = (near: AskedFile['near']) => answerTo({ do: 'check', file: local(own, near) }, new Map())
    expect(await check([])).toEqual({ marks: [], wants: [rules] })
    expect(await check([{ path: rules, text: macro }])).toEqual({ marks: [], wants: [] })
    expect(await check([{ path: rules, text: null }])).toMatchObject({
      marks: [{ code: 'falco-unknown-macro' }],
      wants: [],
    })
  })

  it('are those of a folder that stand before it', async () => {
    const folder = '/etc/falco/rules.d/'
    const file = (near: AskedFile['near']) => ({ ...local(own, near), path: `${folder}b.yaml` })
    const check = (near: AskedFile['near']) => answerTo({ do: 'check', file: file(near) }, new Map())
    const there = [rules, '/etc/falco/falco_rules.local.yaml'].map(path => ({ path, text: null }))
    expect(await check(there)).toEqual({ marks: [], wants: [folder] })
    const listed = [...there, { path: folder, text: 'c.yaml\nb.yaml\na.txt\na.yaml' }]
    expect(await check(listed)).toEqual({ marks: [], wants: [`${folder}a.yaml`] })
    expect(await check([...listed, { path: `${folder}a.yaml`, text: macro }])).toEqual({ marks: [], wants: [] })
    expect(await check([...there, { path: folder, text: null }])).toMatchObject({
      marks: [{ code: 'falco-unknown-macro' }],
      wants: [],
    })
  })

  it('are what a host adds to an AppArmor profile', async () => {
    const path = '/etc/apparmor.d/local/web'
    const file = { key: 'k', path: '/etc/apparmor.d/web', language: 'plaintext' }
    const text = 'profile web {\n  include <local/web>\n}\n'
    const check = (near: AskedFile['near']) => answerTo({ do: 'check', file: { ...file, text, near } }, new Map())
    expect(await check([])).toEqual({ marks: [], wants: [path] })
    expect(await check([{ path, text: '/srv/** r,\n' }])).toEqual({ marks: [], wants: [] })
    expect(await check([{ path, text: null }])).toMatchObject({ marks: [{ code: 'apparmor-include' }], wants: [] })
  })

  it.each([
    ['- ma‸\n', ['rule', 'macro', 'list', 'required_engine_version', 'required_plugin_versions']],
    ['- macro: m\n  ‸\n', ['condition', 'override', 'append']],
    ['- rule: ‸\n', ['Shell']],
    ['- rule: Shell\n  condition: proc.name = sh ‸\n', ['and', 'or']],
  ])('say what comes next in %j', async (marked, expected) => {
    const near = [{ path: rules, text: '- rule: Shell\n  desc: d\n' }]
    const file = local(marked.replace('‸', ''), near)
    const items = await answerTo({ do: 'complete', file, offset: marked.indexOf('‸') }, new Map())
    expect(Array.isArray(items) && items.map(({ label }) => label)).toEqual(expected)
  })

  it('name what can be used', async () => {
    const text = own.replace('shell_started', 'she')
    const offset = text.indexOf('she') + 3
    const items = await answerTo(
      { do: 'complete', file: local(text, [{ path: rules, text: macro }]), offset },
      new Map(),
    )
    expect(Array.isArray(items) && items.map(({ label }) => label)).toContain('shell_started')
  })
})

it('marks each document as what it is', async () => {
  const text = 'kind: RuntimeClass\napiVersion: node.k8s.io/v1\nhandler: 3\n---\napiVersion: v1\nkind: Pod\nspce: {}\n'
  const answer = await answerTo({ do: 'check', ...asked(text, paths.none) }, new Map())
  if (!answer || !('marks' in answer)) throw new Error('There was no check.')
  expect(answer.marks.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['runtime-class-wrong-type', 'pod-unknown-field']),
  )
})
