/** Rules about programs that start. */
export const programRules = `# Programs that start

- rule: Shell in container
  desc: Somebody opened a shell with a terminal in a container, as with kubectl exec.
  condition: spawned_process and container and proc.name in (shell_binaries) and proc.tty != 0
  output: "Shell in a container (user=%user.name container=%container.name command=%proc.cmdline parent=%proc.pname)"
  priority: NOTICE
  tags: [container, shell]

# Off until you know which of your servers start shells: enable it in your own file.
- rule: Shell started by a server
  desc: A web server, a database or the like started a shell, as they do when they were made to run commands.
  condition: >
    spawned_process and proc.name in (shell_binaries) and proc.pname in (server_binaries)
    and not user_known_server_shells
  output: "Shell started by a server (parent=%proc.pname command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  enabled: false
  tags: [host, container, shell]

- rule: Package manager in container
  desc: Something is installed in a container that runs. Images are built elsewhere.
  condition: spawned_process and container and proc.name in (package_managers)
  output: "Package manager in a container (command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: ERROR
  tags: [container, process]

- rule: Netcat hands out a shell
  desc: netcat was told to run a program for whoever is at the other end.
  condition: >
    spawned_process and proc.name in (nc, ncat, netcat)
    and (proc.args contains " -e " or proc.args startswith "-e " or proc.args contains "--exec"
    or proc.args contains " -c " or proc.args startswith "-c " or proc.args contains "--sh-exec")
  output: "Netcat runs a program for others (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [host, container, network]

- rule: Network tool in container
  desc: A tool that looks around in networks was started in a container.
  condition: spawned_process and container and proc.name in (network_tools) and not user_known_network_tools
  output: "Network tool in a container (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  tags: [container, network]

- rule: Remote copy in container
  desc: A tool that copies files to other machines was started in a container.
  condition: spawned_process and container and proc.name in (remote_copy_binaries)
  output: "Remote copy in a container (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  tags: [container, network]

- rule: Cluster client in container
  desc: A client of Kubernetes or of a container runtime was started in a container.
  condition: spawned_process and container and proc.name in (cluster_clients)
  output: "Cluster client in a container (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [container, process]

- rule: Program started from memory
  desc: A program was started that lies in no file, so nothing of it is left on the disk.
  condition: spawned_process and proc.is_exe_from_memfd = true
  output: "Program started from memory (program=%proc.exepath command=%proc.cmdline parent=%proc.pname container=%container.name)"
  priority: CRITICAL
  tags: [host, container, process]

- rule: New program started in container
  desc: A container started a program that is not of its image, from a place where everybody may write.
  condition: >
    spawned_process and container and proc.exepath pmatch (writable_by_all)
    and proc.is_exe_upper_layer = true
  output: "Program that is not of the image started (program=%proc.exepath command=%proc.cmdline container=%container.name image=%container.image.repository)"
  priority: CRITICAL
  tags: [container, process]

- rule: Program started from shared memory
  desc: A program was started from /dev/shm, where programs have no business.
  condition: spawned_process and proc.exepath pmatch (/dev/shm, /run/shm)
  output: "Program started from shared memory (program=%proc.exepath command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [host, container, process]

- rule: Miner started
  desc: A program that mines coins, or speaks as one, was started.
  condition: spawned_process and (proc.name in (miner_binaries) or proc.cmdline contains "stratum+tcp")
  output: "Miner started (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: CRITICAL
  tags: [host, container, mining]

- rule: Account changed
  desc: A user or a group was added, changed or taken away by hand.
  condition: >
    spawned_process and proc.name in (user_mgmt_binaries) and not proc.pname in (package_mgmt_binaries)
    and not user_known_account_changes
  output: "Account changed (command=%proc.cmdline user=%user.name parent=%proc.pname container=%container.name)"
  priority: NOTICE
  tags: [host, container, users]

- rule: Files wiped
  desc: A program was started that overwrites files so that they cannot be brought back.
  condition: spawned_process and proc.name in (wiping_programs)
  output: "Files wiped (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [host, container, process]

- rule: Keys searched
  desc: A program was started that searches for private keys or passwords.
  condition: >
    spawned_process and proc.name in (find, grep, egrep, fgrep, rg)
    and (proc.args contains id_rsa or proc.args contains id_ed25519 or proc.args contains "PRIVATE KEY")
  output: "Private keys searched (command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [host, container, process]

- rule: Privileged container started
  desc: The first program of a privileged container was started.
  condition: >
    spawned_process and container.privileged = true and proc.vpid = 1
    and not user_known_privileged_containers
  output: "Privileged container started (container=%container.name image=%container.image.repository pod=%k8s.pod.name)"
  priority: NOTICE
  tags: [container]
`
