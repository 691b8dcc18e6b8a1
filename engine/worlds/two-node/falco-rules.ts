/** A small set of rules in Falco's language, for /etc/falco/falco_rules.yaml. Labs count on the names, not on their order. */
export const falcoRules = `# Rules that come with Falco. An update replaces this file: write changes to falco_rules.local.yaml.

- required_engine_version: 0.50.0

# Which events, and where

- macro: container
  condition: container.id != host

- macro: spawned_process
  condition: evt.type in (execve, execveat)

- macro: open_read
  condition: evt.type in (open, openat, openat2) and evt.is_open_read = true and fd.num >= 0

- macro: open_write
  condition: evt.type in (open, openat, openat2) and evt.is_open_write = true and fd.num >= 0

# Names that several rules need

- list: shell_binaries
  items: [ash, bash, csh, dash, ksh, sh, tcsh, zsh]

- list: package_managers
  items: [apk, apt, apt-get, dnf, dpkg, pip, pip3, rpm, yum]

- list: sensitive_files
  items: [/etc/shadow, /etc/gshadow, /etc/sudoers, /etc/kubernetes/admin.conf]

- list: account_programs
  items: [chage, login, passwd, sshd, su, sudo, unix_chkpwd, useradd, userdel, usermod, visudo]

# Rules

- rule: Shell in container
  desc: Somebody opened a shell with a terminal in a container, as with kubectl exec.
  condition: spawned_process and container and proc.name in (shell_binaries) and proc.tty != 0
  output: "Shell in a container (user=%user.name container=%container.name command=%proc.cmdline parent=%proc.pname)"
  priority: NOTICE
  tags: [container, shell]

- rule: Sensitive file read
  desc: A program that has no business there read a file with passwords or rights.
  condition: open_read and fd.name in (sensitive_files) and not proc.name in (account_programs)
  output: "Sensitive file read (file=%fd.name user=%user.name command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Write below etc in container
  desc: A program in a container changed its configuration while it runs.
  condition: open_write and container and fd.name startswith /etc/
  output: "File below /etc opened for writing (file=%fd.name command=%proc.cmdline container=%container.name)"
  priority: ERROR
  tags: [filesystem, container]

- rule: Package manager in container
  desc: Something is installed in a container that runs. Images are built elsewhere.
  condition: spawned_process and container and proc.name in (package_managers)
  output: "Package manager in a container (command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: ERROR
  tags: [container, process]

- rule: Outbound connection from container
  desc: A container connects to an address outside the cluster.
  condition: >
    evt.type = connect and container and fd.typechar in (4, 6)
    and not fd.snet in (10.0.0.0/8, 127.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16)
  output: "Connection out of the cluster (connection=%fd.name command=%proc.cmdline container=%container.name)"
  priority: NOTICE
  tags: [container, network]

- rule: Namespace changed in container
  desc: A program in a container left a namespace, or made a new one.
  condition: evt.type in (setns, unshare) and container
  output: "Namespace changed in a container (call=%evt.type command=%proc.cmdline container=%container.name)"
  priority: NOTICE
  tags: [container, process]

- rule: Kernel module loaded in container
  desc: A container loaded code into the kernel of its node.
  condition: evt.type in (init_module, finit_module) and container
  output: "Kernel module loaded from a container (user=%user.name command=%proc.cmdline container=%container.name)"
  priority: CRITICAL
  tags: [container, kernel]
`
