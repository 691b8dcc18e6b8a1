import { describe, expect, it } from 'vitest'
import { seccompExamples } from '../../examples/seccomp.ts'
import type { Form } from '../../playground.ts'
import { openSeccomp } from '../seccomp.ts'

const [denied, , docker] = seccompExamples.map(({ text }) => text)

function told(text: string | undefined, form: Form) {
  const answer = openSeccomp(text ?? '').ask?.({ call: 'read', ...form })
  if (answer === undefined || typeof answer === 'string') return answer
  const lines = (answer.more ?? []).flatMap(({ title, rows }) => [title, ...rows.map(it => `${it.label}: ${it.says}`)])
  return { ...answer, lines }
}

function answered(text: string | undefined, form: Form) {
  const answer = told(text, form)
  if (answer === undefined || typeof answer === 'string') throw new Error(`no answer: ${answer}`)
  return answer
}

describe('beside the call it is told', () => {
  it('whether a container starts', () => {
    const without = JSON.stringify({
      defaultAction: 'SCMP_ACT_ALLOW',
      syscalls: [{ names: ['setgid'], action: 'SCMP_ACT_ERRNO' }],
    })
    expect(answered(denied, {}).lines.slice(0, 3)).toEqual([
      'A container can start under it',
      'Most: it starts',
      'No escalation: with allowPrivilegeEscalation: false it starts',
    ])
    expect(answered(without, {}).lines[0]).toBe('Not every container can start under it')
    expect(answered(without, {}).lines[1]).toMatch(/^Most: it does not start: it needs setgid\. /)
    expect(answered(without, { through: 'arm64' }).lines[0]).toBe('Whether a container can start is not certain')
  })

  it('which calls that help an escape go through, on which tables and with which arguments', () => {
    const { lines } = answered(denied, {})
    expect(lines).toContain('59 calls that can help an escape')
    expect(lines.find(line => line.startsWith('clone:'))).toMatch(
      /^clone: goes through on x86-64 with some arguments, as \(0x20000\)\. /,
    )
    expect(lines.some(line => line.startsWith('mount:'))).toBe(false)
    const list = JSON.stringify({
      defaultAction: 'SCMP_ACT_ERRNO',
      architectures: ['SCMP_ARCH_X86'],
      syscalls: [{ names: ['getdents', 'socket', 'accept4', 'bind'], action: 'SCMP_ACT_ALLOW' }],
    })
    expect(answered(list, {}).lines.find(line => line.startsWith('socket:'))).toMatch(/by socketcall on x86/)
    const none = JSON.stringify({ defaultAction: 'SCMP_ACT_KILL' })
    expect(answered(none, {}).lines).toContain('No call that helps an escape goes through')
  })

  it('how another profile differs', () => {
    const other = denied?.replace('"umount2", "ptrace"', '"umount2"').replaceAll('268435456', '536870912')
    expect(answered(denied, { against: other ?? '' }).lines.slice(0, 5)).toEqual([
      '2 calls the two treat differently',
      'x86-64: ptrace: refused with EPERM here, allowed there',
      'x86-64: clone(0x10000000): refused with EPERM here, allowed there',
      'x86-64: clone(0x20000000): allowed here, refused with EPERM there',
      'A container can start under it',
    ])
    const both = denied?.replace('"SCMP_ARCH_X86_64"', '"SCMP_ARCH_X86_64", "SCMP_ARCH_X32"')
    expect(answered(denied, { against: both ?? '' }).lines.slice(1, 3)).toEqual([
      'x32: every call kills the thread here: that profile does not name the architecture',
      'A container can start under it',
    ])
    const strict = JSON.stringify({ defaultAction: 'SCMP_ACT_KILL_PROCESS' })
    expect(answered(denied, { against: strict }).lines[1]).toMatch(
      /^x86-64: fsopen, fsconfig, .* and \d+ more: allowed here, the p/,
    )
    expect(answered(denied, { against: denied ?? '' }).lines[0]).toBe('The two profiles decide alike')
    expect(answered(denied, { against: '{' }).lines.slice(0, 2)).toEqual([
      'The other profile cannot be read',
      ': unexpected end of JSON input',
    ])
    const refused = { defaultAction: 'ALLOW' }
    expect(answered(denied, { against: JSON.stringify(refused) }).lines.slice(0, 2)).toEqual([
      'The two cannot be compared',
      'Open: The runtime refuses the second profile: string ALLOW is not a valid action for seccomp',
    ])
  })

  it('what Docker makes of its dialect', () => {
    const { lines, why, more, note } = answered(docker, { call: 'mount', reader: 'Docker' })
    expect(note).toBe('mount is asked for on x86-64. Docker leaves out 1 rule.')
    expect(why[0]).toEqual({ label: 'Rule 2', says: 'left out: it needs CAP_SYS_ADMIN', state: 'off' })
    expect(lines.slice(-2)).toEqual([
      'What Docker hands to the runtime: 3 rules',
      'Rule 2: left out: it needs CAP_SYS_ADMIN',
    ])
    const oci = JSON.parse(more?.at(-1)?.text ?? '')
    expect(oci.architectures).toEqual(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'])
    expect(oci.syscalls).toHaveLength(3)
  })
})

describe('what can be asked', () => {
  it.each([
    [{ reader: 'Docker', capabilities: 'sys_admin, -CAP_CHOWN' }, 'allowed'],
    [{ reader: 'Docker', capabilities: 'ALL' }, 'allowed'],
    [{ reader: 'Docker', capabilities: '-ALL' }, 'refused with EPERM'],
    [{ reader: 'CRI-O', capabilities: 'CAP_SYS_ADMIN' }, 'allowed'],
    [{ reader: 'Docker', capabilities: 'ROOT' }, 'Write capabilities such as SYS_ADMIN, or -CHOWN: ROOT is none.'],
    [{ reader: 'Docker', kernel: 'new' }, 'Write a kernel’s version, such as 6.8.'],
    [{ through: 'mips' }, 'Write another table: mips is not known here.'],
    [{ through: 'x32' }, 'the thread is killed'],
    [{ through: 'x32', reader: 'Docker', capabilities: 'SYS_ADMIN' }, 'allowed'],
    [{ through: 'arm64' }, 'allowed'],
    [{ through: 'arm' }, 'the thread is killed'],
  ])('%o: %s', (form, outcome) => {
    const answer = told(docker, { call: 'mount', ...form })
    expect(typeof answer === 'string' ? answer : answer?.outcome).toBe(outcome)
  })

  it('asks for a kernel', () => {
    const ptrace = (kernel: string) => answered(docker, { call: 'ptrace', reader: 'Docker', kernel }).outcome
    expect([ptrace('4.7.10'), ptrace('4.8')]).toEqual(['refused with EPERM', 'allowed'])
  })

  it('says why Docker refuses a file', () => {
    const both = JSON.stringify({
      defaultAction: 'SCMP_ACT_LOG',
      syscalls: [{ name: 'a', names: ['b'], action: 'SCMP_ACT_LOG' }],
    })
    expect(told(both, { reader: 'Docker' })).toMatch(/^The runtime refuses the profile: both 'name' and 'names'/)
  })
})
