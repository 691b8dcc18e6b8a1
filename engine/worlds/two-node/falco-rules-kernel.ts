/** Rules about what programs ask of the kernel. */
export const kernelRules = `# What is asked of the kernel

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

- rule: Kernel module loaded by hand
  desc: Code was loaded into the kernel by something other than the programs that do so at the start.
  condition: evt.type in (init_module, finit_module) and not container and not proc.name in (module_loaders)
  output: "Kernel module loaded by hand (user=%user.name command=%proc.cmdline parent=%proc.pname)"
  priority: WARNING
  tags: [host, kernel]

- rule: Memory device opened
  desc: A program opened a device that shows the memory of the machine.
  condition: (open_read or open_write) and fd.name in (/dev/mem, /dev/kmem, /dev/port)
  output: "Memory device opened (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: CRITICAL
  tags: [host, container, kernel]

- rule: Escape by release_agent
  desc: A container named the program that the kernel starts on the host when a control group is empty.
  condition: open_write and container and fd.filename = release_agent
  output: "A container names a release agent (file=%fd.name command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: CRITICAL
  tags: [container, escape]

- rule: Escape by core_pattern
  desc: A container named the program that the kernel starts on the host when a process crashes.
  condition: open_write and container and fd.name in (/proc/sys/kernel/core_pattern, /proc/sys/kernel/modprobe)
  output: "A container names a program for the kernel to start (file=%fd.name command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: CRITICAL
  tags: [container, escape]

- rule: Mount in privileged container
  desc: A privileged container mounted something, so it may look into the disks of its node.
  condition: >
    evt.type = mount and container and container.privileged = true
    and not proc.name in (mounting_programs) and not user_known_container_mounts
  output: "Mount in a privileged container (device=%evt.arg.dev on=%evt.arg.dir command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [container, escape]

- rule: Process traced
  desc: A program looks into another, or changes it while it runs.
  condition: >
    evt.type = ptrace and evt.arg.request in (PTRACE_ATTACH, PTRACE_SEIZE, PTRACE_POKETEXT, PTRACE_POKEDATA, PTRACE_SETREGS)
    and not proc.name in (debuggers) and not user_known_tracing
  output: "Process traced (request=%evt.arg.request command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [host, container, process]

- rule: Process keeps debuggers away
  desc: A program traces itself, so that nobody else can.
  condition: evt.type = ptrace and evt.arg.request = PTRACE_TRACEME and not proc.pname in (debuggers)
  output: "Process keeps debuggers away (command=%proc.cmdline parent=%proc.pname user=%user.name container=%container.name)"
  priority: NOTICE
  tags: [host, container, process]

- rule: User became root
  desc: A program of another user became root without those that are there for it.
  condition: >
    evt.type = setuid and evt.failed = false and user.uid != 0 and evt.arg.uid = root
    and not proc.name in (account_programs)
  output: "User became root (user=%user.name command=%proc.cmdline parent=%proc.pname container=%container.name)"
  priority: NOTICE
  tags: [host, container, users]

- rule: BPF program loaded in container
  desc: A container loaded a program into the kernel of its node.
  condition: evt.type = bpf and container and evt.arg.cmd = BPF_PROG_LOAD
  output: "BPF program loaded from a container (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [container, kernel]
`
