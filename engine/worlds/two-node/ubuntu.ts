import type { FileNode } from '../../cluster/file-tree.ts'
import { candidate, group, passwd, shadow, sudoers } from './accounts.ts'
import { directory, file, link } from './entries.ts'
import { devices, processFiles } from './kernel-files.ts'
import { administrators, nodePrograms, programs } from './programs.ts'
import { bashrc, hosts, issue, nanorc, osRelease, profile, resolvConf, sshConfig, sshdConfig } from './ubuntu-texts.ts'

type Entries = readonly (readonly [string, FileNode])[]

/** Only the first four bytes of a program are kept: what it does is the simulation's business. */
const program = file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), 0o755)
const setuid = file(new Uint8Array([0x7f, 0x45, 0x4c, 0x46]), 0o4755)

const certificates = file('# Certificate authorities that this simulated machine would trust.\n')
const mine = { uid: candidate.uid, gid: candidate.gid }

/** The files of a fresh Ubuntu 24.04 server, before anything of Kubernetes is laid over them. */
export function ubuntu(name: string, node: boolean): Entries {
  return [
    ['/', directory()],
    ['/bin', link('usr/bin')],
    ['/sbin', link('usr/sbin')],
    ['/lib', link('usr/lib')],
    ['/lib64', link('usr/lib64')],
    ['/boot', directory()],
    ['/home', directory()],
    ['/home/candidate', directory(0o750, mine)],
    ['/home/candidate/.bash_logout', file('', 0o644, mine)],
    ['/home/candidate/.bashrc', file(bashrc, 0o644, mine)],
    ['/home/candidate/.profile', file(profile, 0o644, mine)],
    ['/home/candidate/.ssh', directory(0o700, mine)],
    ['/media', directory()],
    ['/mnt', directory()],
    ['/opt', directory()],
    ['/root', directory(0o700)],
    ['/root/.bashrc', file(bashrc)],
    ['/root/.profile', file(profile)],
    ['/root/.ssh', directory(0o700)],
    ['/run', directory()],
    ['/run/lock', directory(0o1777)],
    ['/srv', directory()],
    ['/sys', directory(0o555)],
    ['/tmp', directory(0o1777)],
    ['/usr/lib/os-release', file(osRelease)],
    ['/usr/lib/systemd/system', directory()],
    ['/usr/lib64', directory()],
    ['/usr/local/bin', directory()],
    ['/usr/local/sbin', directory()],
    ['/usr/local/share/ca-certificates', directory()],
    ['/usr/share/ca-certificates', directory()],
    ['/usr/share/doc', directory()],
    ['/var/backups', directory()],
    ['/var/cache', directory()],
    ['/var/lib', directory()],
    ['/var/log', directory(0o775, { gid: 103 })],
    ['/var/log/auth.log', file('', 0o640, { uid: 102, gid: 4 })],
    ['/var/log/syslog', file('', 0o640, { uid: 102, gid: 4 })],
    ['/var/run', link('/run')],
    ['/var/tmp', directory(0o1777)],
    ['/etc/apparmor.d', directory()],
    ['/etc/apparmor.d/local', directory()],
    ['/etc/bash.bashrc', file('# System-wide settings for interactive shells.\n')],
    ['/etc/ca-certificates', directory()],
    ['/etc/cron.d', directory()],
    ['/etc/default', directory()],
    ['/etc/environment', file('PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin"\n')],
    ['/etc/fstab', file('LABEL=cloudimg-rootfs\t/\t ext4\tdiscard,commit=30,errors=remount-ro\t0 1\n')],
    ['/etc/group', file(group)],
    ['/etc/hostname', file(`${name}\n`)],
    ['/etc/hosts', file(hosts)],
    ['/etc/issue', file(issue)],
    ['/etc/machine-id', file(machineIds[name] ?? '', 0o444)],
    ['/etc/nanorc', file(nanorc)],
    ['/etc/os-release', link('../usr/lib/os-release')],
    ['/etc/passwd', file(passwd)],
    ['/etc/profile', file('# System-wide settings for login shells.\n')],
    ['/etc/profile.d', directory()],
    ['/etc/resolv.conf', file(resolvConf)],
    ['/etc/shadow', file(shadow, 0o640, { gid: 42 })],
    ['/etc/shells', file('# /etc/shells: valid login shells\n/bin/sh\n/usr/bin/sh\n/bin/bash\n/usr/bin/bash\n')],
    ['/etc/ssh', directory()],
    ['/etc/ssh/ssh_config', file(sshConfig)],
    ['/etc/ssh/sshd_config', file(sshdConfig)],
    ['/etc/ssl/certs', directory()],
    ['/etc/ssl/certs/ca-certificates.crt', certificates],
    ['/etc/sudoers', file(sudoers, 0o440)],
    ['/etc/sudoers.d', directory(0o750)],
    ['/etc/sudoers.d/candidate', file('candidate ALL=(ALL) NOPASSWD:ALL\n', 0o440)],
    ['/etc/sysctl.conf', file('# Settings of the kernel; more in /etc/sysctl.d.\n')],
    ['/etc/sysctl.d', directory()],
    ['/etc/systemd/system', directory()],
    ['/etc/timezone', file('Etc/UTC\n')],
    ...devices,
    ...processFiles(name),
    ...programs.map(
      it => [`/usr/bin/${it}`, it === 'sudo' || it === 'su' || it === 'passwd' ? setuid : program] as const,
    ),
    ...administrators.map(it => [`/usr/sbin/${it}`, program] as const),
    ...(node ? nodePrograms : []).map(it => [`/usr/bin/${it}`, program] as const),
  ]
}

const machineIds: Readonly<Record<string, string>> = {
  base: '5b1e0c7f3d5a4c1e9d2f6a8b7c0d1e21\n',
  controlplane: '5b1e0c7f3d5a4c1e9d2f6a8b7c0d1e22\n',
  node01: '5b1e0c7f3d5a4c1e9d2f6a8b7c0d1e23\n',
}
