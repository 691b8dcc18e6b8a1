import type { FileNode } from '../../cluster/file-tree.ts'
import { directory, file, link } from './entries.ts'

type Entries = readonly (readonly [string, FileNode])[]

const device = file('', 0o666)

/** What the shell treats as devices; here they only have names and modes. */
export const devices: Entries = [
  ['/dev', directory()],
  ['/dev/fd', link('/proc/self/fd')],
  ['/dev/full', device],
  ['/dev/null', device],
  ['/dev/random', device],
  ['/dev/stderr', link('/proc/self/fd/2')],
  ['/dev/stdin', link('/proc/self/fd/0')],
  ['/dev/stdout', link('/proc/self/fd/1')],
  ['/dev/tty', device],
  ['/dev/urandom', device],
  ['/dev/zero', device],
]

const kernel = '6.8.0-86-generic'

/** The few files of /proc that people read by hand. */
export function processFiles(name: string): Entries {
  return [
    ['/proc', directory(0o555)],
    ['/proc/cmdline', file(`BOOT_IMAGE=/vmlinuz-${kernel} root=LABEL=cloudimg-rootfs ro console=tty1\n`, 0o444)],
    ['/proc/loadavg', file('0.08 0.05 0.01 1/312 2481\n', 0o444)],
    [
      '/proc/meminfo',
      file('MemTotal:        4009840 kB\nMemFree:         1520212 kB\nMemAvailable:    2933128 kB\n', 0o444),
    ],
    ['/proc/mounts', file('/dev/vda1 / ext4 rw,relatime,discard,errors=remount-ro 0 0\n', 0o444)],
    ['/proc/self/fd', directory(0o500)],
    ['/proc/sys/kernel/hostname', file(`${name}\n`)],
    ['/proc/sys/kernel/osrelease', file(`${kernel}\n`, 0o444)],
    ['/proc/sys/kernel/ostype', file('Linux\n', 0o444)],
    [
      '/proc/sys/kernel/seccomp/actions_avail',
      file('kill_process kill_thread trap errno user_notif trace log allow\n', 0o444),
    ],
    ['/proc/sys/net/ipv4/ip_forward', file('1\n')],
    ['/proc/uptime', file('86412.31 171204.55\n', 0o444)],
    ['/proc/version', file(`Linux version ${kernel} (buildd@lcy02-amd64-040) #87-Ubuntu SMP PREEMPT_DYNAMIC\n`, 0o444)],
  ]
}
