/** The accounts that every host has: those of a fresh Ubuntu server, and `candidate`, who may use sudo. */
export const candidate = { name: 'candidate', uid: 1000, gid: 1000 } as const

export const passwd = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
bin:x:2:2:bin:/bin:/usr/sbin/nologin
sys:x:3:3:sys:/dev:/usr/sbin/nologin
sync:x:4:65534:sync:/bin:/bin/sync
games:x:5:60:games:/usr/games:/usr/sbin/nologin
man:x:6:12:man:/var/cache/man:/usr/sbin/nologin
mail:x:8:8:mail:/var/mail:/usr/sbin/nologin
www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
_apt:x:42:65534::/nonexistent:/usr/sbin/nologin
systemd-network:x:998:998:systemd Network Management:/:/usr/sbin/nologin
messagebus:x:101:102::/nonexistent:/usr/sbin/nologin
syslog:x:102:103::/nonexistent:/usr/sbin/nologin
sshd:x:103:65534::/run/sshd:/usr/sbin/nologin
candidate:x:1000:1000:Candidate:/home/candidate:/bin/bash
`

export const group = `root:x:0:
daemon:x:1:
bin:x:2:
sys:x:3:
adm:x:4:syslog,candidate
tty:x:5:
disk:x:6:
man:x:12:
mail:x:8:
sudo:x:27:candidate
www-data:x:33:
backup:x:34:
shadow:x:42:
utmp:x:43:
staff:x:50:
games:x:60:
users:x:100:
nogroup:x:65534:
systemd-journal:x:999:
systemd-network:x:998:
messagebus:x:102:
syslog:x:103:
candidate:x:1000:
`

/** Nobody has a password: the accounts are locked, as on a machine that is reached by key alone. */
export const shadow = passwd
  .split('\n')
  .filter(Boolean)
  .map(line => `${line.slice(0, line.indexOf(':'))}:${line.startsWith('candidate') ? '!' : '*'}:20731:0:99999:7:::\n`)
  .join('')

export const sudoers = `Defaults	env_reset
Defaults	mail_badpass
Defaults	secure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin"
Defaults	use_pty

root	ALL=(ALL:ALL) ALL
%admin	ALL=(ALL) ALL
%sudo	ALL=(ALL:ALL) ALL

@includedir /etc/sudoers.d
`
