import type { Example } from '../playground.ts'

const base = `- macro: spawned_process
  condition: evt.type in (execve, execveat)

- macro: container
  condition: container.id != host

- macro: open_read
  condition: evt.type in (open, openat, openat2) and evt.is_open_read = true

- list: shells
  items: [bash, dash, sh, zsh]

- list: may_read_passwords
  items: [login, passwd, sshd, su, sudo]

- rule: Shell in a container
  desc: Somebody opened a shell with a terminal in a container.
  condition: spawned_process and container and proc.name in (shells) and proc.tty != 0
  output: "Shell opened (user=%user.name container=%container.name command=%proc.cmdline)"
  priority: NOTICE

- rule: Passwords read
  desc: A program that has no business there read the file with the passwords.
  condition: >
    open_read and fd.name in (/etc/shadow, /etc/gshadow)
    and not proc.name in (may_read_passwords)
  output: "Passwords read (file=%fd.name command=%proc.cmdline container=%container.name)"
  priority: WARNING
`

const inWeb = 'container: web, image: "nginx:1.27", pod: web, ns: shop'
const someEvents = `- { exec: /bin/bash, tty: true, user: root, ${inWeb}, ancestors: [runc] }
- { exec: /bin/bash, tty: true, user: root, ancestors: [sshd, systemd] }
- { open: /etc/shadow, by: cat /etc/shadow, user: root, tty: false, ${inWeb}, ancestors: [sh] }
- { open: /etc/shadow, by: /usr/sbin/sshd -D, user: root, tty: false, ancestors: [systemd] }
`

export const falcoExamples: readonly Example[] = [
  {
    title: 'Shells, and who reads the passwords',
    text: base,
    questions: [{ events: someEvents }],
  },
  {
    title: 'The local file changes what is shipped',
    text: base,
    questions: [
      {
        local: `# What this host does otherwise. An update leaves this file alone.

- list: may_read_passwords
  items: [backup]
  override:
    items: append

- rule: Shell in a container
  condition: and not k8s.ns.name = debug
  priority: CRITICAL
  override:
    condition: append
    priority: replace

- rule: Passwords read
  enabled: false
  override:
    enabled: replace

- rule: Passwords read in a container
  desc: The same, but only inside.
  condition: open_read and container and fd.name = /etc/shadow and not proc.name in (may_read_passwords)
  output: "%user.name read %fd.name by %proc.name in %container.name"
  priority: ERROR
`,
        events: `${someEvents}- { open: /etc/shadow, by: /usr/local/bin/backup, user: root, tty: false, ${inWeb}, ancestors: [sh] }
- { exec: /bin/sh, tty: true, user: root, container: shell, image: "busybox:1.37", pod: shell, ns: debug }
`,
      },
    ],
  },
  {
    title: 'A rule that is too loud, and one that comes too late',
    text: `- rule: Any program in a container
  desc: Too loud. Every program that starts in a container alerts.
  condition: evt.type = execve and container.id != host
  output: "%proc.cmdline started in %container.name"
  priority: NOTICE

- rule: Package manager in a container
  desc: With rule_matching first it never alerts, because the rule above is asked before it.
  condition: evt.type = execve and container.id != host and proc.name in (apk, apt, apt-get, dnf, yum)
  output: "%proc.cmdline installs something in %container.name (image %container.image.repository)"
  priority: ERROR
  exceptions:
    - name: builders
      fields: [container.image.repository, proc.name]
      comps: [endswith, =]
      values:
        - [/builder, apk]

- rule: Two things at once
  desc: It can never alert. No event is of two types.
  condition: evt.type = openat and evt.type = execve
  output: "never"
  priority: DEBUG
`,
    questions: [
      {
        events: `- { exec: /usr/bin/apt, args: [install, nmap], user: root, tty: false, ${inWeb} }
- { exec: /sbin/apk, args: [add, git], user: root, tty: false, container: build, image: "registry.local/builder:3" }
- { exec: /usr/sbin/nginx, user: root, tty: false, ${inWeb} }
`,
        matching: 'all',
      },
    ],
  },
]
