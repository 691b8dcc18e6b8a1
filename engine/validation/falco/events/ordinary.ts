import type { FalcoEvent } from '../event.ts'
import { readFalcoEvent } from './read-event.ts'

const onHost = { user: 'root', tty: false, cwd: '/', loginuid: -1, upper: false }
const byHand = { ...onHost, tty: true, cwd: '/root', loginuid: 0, ancestors: ['bash', 'sshd', 'systemd'] }
const inPod = {
  ...onHost,
  container: 'web',
  image: 'docker.io/library/nginx:1.29',
  pod: 'web',
  ns: 'shop',
  ancestors: ['nginx', 'containerd-shim', 'systemd'],
}
const nginx = { ...inPod, by: '/usr/sbin/nginx', user: 'nginx', uid: 101 }

/** What goes on every day on a node and in its containers, in the short-hands of labs, every process told in full. */
export const ordinaryShorthands: readonly Readonly<Record<string, unknown>>[] = [
  { open: '/etc/passwd', by: '/usr/bin/id', ...byHand },
  { open: '/etc/ssh/sshd_config', by: '/usr/sbin/sshd -D', ...onHost, ancestors: ['systemd'] },
  { open: '/etc/shadow', by: '/usr/sbin/sshd -D', ...onHost, ancestors: ['sshd', 'systemd'] },
  { open: '/etc/crontab', by: '/usr/sbin/cron -f', ...onHost, ancestors: ['systemd'] },
  { exec: '/bin/bash', ...byHand, ancestors: ['sshd', 'sshd', 'systemd'] },
  { exec: '/usr/bin/ls', args: ['-l'], ...byHand },
  { exec: '/usr/bin/sudo', args: ['systemctl', 'restart', 'kubelet'], ...byHand, user: 'candidate', uid: 1000 },
  { exec: '/bin/sh', args: ['-c', 'run-parts /etc/cron.hourly'], ...onHost, ancestors: ['cron', 'systemd'] },
  { exec: '/usr/bin/apt-get', args: ['update'], ...onHost, ancestors: ['apt.systemd.dai', 'systemd'] },
  { exec: '/usr/bin/runc', args: ['init'], ...onHost, ancestors: ['containerd-shim', 'systemd'] },
  { write: '/var/log/syslog', flags: ['O_APPEND'], by: '/usr/sbin/rsyslogd -n', ...onHost, ancestors: ['systemd'] },
  { write: '/etc/apt/sources.list', by: '/usr/bin/apt update', ...byHand },
  { create: '/etc/passwd.lock', permissions: '0600', by: '/usr/sbin/useradd dev', ...byHand },
  { create: '/tmp/tmp.x7', permissions: '0600', by: '/usr/bin/mktemp', ...byHand },
  { write: '/var/lib/dpkg/status', by: '/usr/bin/dpkg --configure -a', ...onHost, ancestors: ['apt-get', 'systemd'] },
  { remove: '/tmp/tmp.x7', by: '/usr/bin/rm /tmp/tmp.x7', ...byHand },
  { setns: ['net'], by: '/usr/bin/runc init', ...onHost, ancestors: ['containerd-shim', 'systemd'] },
  {
    mount: 'overlay',
    on: '/run/k/rootfs',
    type: 'overlay',
    by: '/usr/bin/containerd',
    ...onHost,
    ancestors: ['systemd'],
  },
  { connect: '10.96.0.1:443', from: '10.0.0.11:40000', by: '/usr/bin/kubelet', ...onHost, ancestors: ['systemd'] },
  { connect: '10.0.0.10:6443', from: '10.0.0.11:40001', by: '/usr/bin/kubelet', ...onHost, ancestors: ['systemd'] },
  { accept: '10.0.0.7:50022', at: '10.0.0.11:22', by: '/usr/sbin/sshd -D', ...onHost, ancestors: ['systemd'] },
  { exec: '/usr/sbin/nginx', args: ['-g', 'daemon off;'], ...inPod, ancestors: ['containerd-shim', 'systemd'] },
  {
    exec: '/usr/bin/wget',
    args: ['-qO-', 'http://localhost/ready'],
    ...inPod,
    ancestors: ['containerd-shim', 'systemd'],
  },
  { open: '/etc/nginx/nginx.conf', ...nginx },
  { open: '/etc/resolv.conf', ...nginx },
  { open: '/var/run/secrets/kubernetes.io/serviceaccount/token', ...nginx },
  { write: '/var/log/nginx/access.log', flags: ['O_APPEND'], ...nginx },
  { create: '/var/cache/nginx/a', permissions: '0600', ...nginx },
  { accept: '10.244.1.9:51234', at: '10.244.1.5:80', ...nginx },
  { connect: '10.244.1.7:5432', from: '10.244.1.5:40000', ...nginx },
  { send: '10.96.0.10:53', from: '10.244.1.5:40001', proto: 'udp', data: 'db', ...nginx },
]

let made: readonly FalcoEvent[] | undefined

/** Events that should not alert, whatever the rules are. */
export function ordinaryEvents(): readonly FalcoEvent[] {
  made ??= ordinaryShorthands.flatMap(shorthand => readFalcoEvent(shorthand).value ?? [])
  return made
}
