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
      { act: 'capability', target: 'net_admin' },
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
]
