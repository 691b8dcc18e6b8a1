import type { Example } from '../playground.ts'

export const apparmorExamples: readonly Example[] = [
  {
    title: 'A web server that keeps out of one folder',
    text: `profile web flags=(attach_disconnected) {
  network inet stream,
  capability net_bind_service,
  /srv/** r,
  /srv/log/* w,
  deny /srv/keys/** r,
}
`,
    questions: [
      { act: 'read', target: '/srv/index.html' },
      { act: 'read', target: '/srv/keys/tls.key' },
      { act: 'write', target: '/srv/index.html' },
      { act: 'rename', target: '/srv/log/a', other: '/srv/b' },
      { act: 'capability', target: 'net_admin' },
      { act: 'make a socket', target: 'inet udp' },
    ],
  },
  {
    title: 'Everything but writing, and a profile that only complains',
    text: `profile no-write {
  file,
  deny /** w,
}

profile watched flags=(complain) {
  /etc/hosts r,
}
`,
    questions: [
      { act: 'read', target: '/etc/shadow', profile: 'no-write' },
      { act: 'write', target: '/tmp/x', profile: 'no-write' },
      { act: 'read', target: '/etc/shadow', profile: 'watched' },
    ],
  },
  {
    title: 'Programs, signals and mounts',
    text: `profile keeper {
  /usr/bin/* ix,
  /usr/bin/tar Cx -> pack,
  /usr/bin/ssh px,
  signal send set=(term, kill) peer=worker,
  ptrace read peer=worker,
  mount fstype=tmpfs options in (ro, nosuid) -> /mnt/*/,
  mount options=bind /srv/ -> /data/,
  umount /mnt/*/,
  change_profile -> worker,
  set rlimit nofile <= 1024,
  userns,

  profile pack {
    /usr/bin/tar mr,
    /srv/** r,
  }
}

profile worker {
  signal receive set=term peer=keeper,
}
`,
    questions: [
      { act: 'execute', target: '/usr/bin/tar' },
      { act: 'execute', target: '/usr/bin/ssh' },
      { act: 'send a signal', target: 'term', other: 'worker' },
      { act: 'send a signal', target: 'kill', other: 'worker' },
      { act: 'mount', target: '/mnt/a/', other: 'none', how: 'tmpfs nosuid' },
      { act: 'mount', target: '/data/', other: '/etc/', how: 'bind' },
      { act: 'change profile', target: 'worker' },
      { act: 'set a limit', target: 'nofile 4096' },
      { act: 'make a user namespace' },
      { act: 'D-Bus', target: 'send bus=system path=/org/x' },
    ],
  },
]
