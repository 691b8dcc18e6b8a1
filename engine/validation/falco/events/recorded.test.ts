import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFalcoEvent } from './read-event.ts'

/** Events that real Falco was recorded with, as a lab would write them. */
const alike: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'open-read-shadow-ctr': { open: '/etc/shadow', flags: ['O_CLOEXEC'], by: 'cat /etc/shadow' },
  'open-write-hosts': { write: '/etc/hosts', permissions: '0644' },
  'open-create-exec': { create: '/tmp/payload', permissions: '0755' },
  'open-rdwr': { open: '/host/etc/passwd', mode: 'read-write' },
  'open-enoent': { open: '/etc/nope', failed: 'ENOENT' },
  'open-eacces-write': { write: '/etc/nginx/nginx.conf', flags: [], failed: true },
  'openat2-read': { open: '/root/.ssh/id_rsa', as: 'openat2' },
  'open-plain': { open: '/home/alice/.bash_history', as: 'open' },
  'exec-bash-ctr': { exec: '/usr/bin/bash', args: ['-i'], user: 'root', loginuid: -1 },
  'connect-ok': { connect: '198.51.100.9:443', from: '10.244.1.17:40100' },
  'connect-inprogress': { connect: '10.96.0.1:6443', from: '10.244.1.17:40101', failed: 'EINPROGRESS' },
  'connect-v6': { connect: '[2001:db8::1]:443', from: '[2001:db8::5]:40103' },
  accept: { accept: '203.0.113.9:55555', at: '10.244.1.17:80' },
  bind: { bind: '0.0.0.0:4444' },
  'sendto-sock': { send: '198.51.100.9:4444', from: '10.244.1.17:40022', data: 'hello' },
  'dup2-stdin-sock': { dup: '198.51.100.9:4444', from: '10.244.1.17:40022', onto: 1 },
  unlinkat: { remove: '/var/log/nginx/access.log' },
  mkdirat: { mkdir: '/usr/bin/newdir' },
  fchmodat: { chmod: '/tmp/payload', permissions: '4755' },
  symlinkat: { symlink: '/tmp/s', to: '/etc/shadow' },
  setuid0: { setuid: 0 },
  mount: { mount: '/dev/sda1', on: '/mnt', type: 'ext4' },
  unshare: { unshare: 'cgroup' },
  bpf: { bpf: 'BPF_PROG_LOAD' },
  kill9: { kill: 'nginx', signal: 'SIGKILL' },
  memfd: { memfd: 'x' },
  chroot: { chroot: '/host' },
  init_module: { module: '/x.ko', as: 'init_module' },
}
/** Who does it and where is not asked; numbers of descriptors are whatever is free; the recorder’s programs had no path. */
const notAsked =
  /^(?:evt\.num$|(?:proc|container|k8s|user|group)\.|thread\.|evt\.arg\.(?:exe|fd)$|evt\.raw(?:res|arg\.res)$|fd\.(?:num|cproto|sproto)$)/

const folder = new URL('../../../../../shared/conformance/falco/', import.meta.url)
const lines = existsSync(folder) ? readFileSync(new URL('events.jsonl', folder), 'utf8').split('\n') : []
const recorded = new Map(
  lines
    .filter(line => line !== '')
    .map((line): { id: string; fields: Record<string, string | null> } => JSON.parse(line))
    .map(({ id, fields }) => [id, fields]),
)

test.each(Object.entries(alike))('%s is told as it was recorded', (id, shorthand) => {
  const { value, findings } = readFalcoEvent(shorthand)
  expect(findings).toEqual([])
  const real = recorded.get(id)
  if (!real) return
  const told = [...(value?.fields ?? [])].filter(([name]) => name in real && !notAsked.test(name))
  expect(told.length).toBeGreaterThan(20)
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(told.map(([name]) => [name, real[name]])))
})
