/** Rules about files. */
export const pathRules = `# Files

- rule: Sensitive file read
  desc: A program that has no business there read a file with passwords or rights.
  condition: open_read and fd.name in (sensitive_files) and not proc.name in (account_programs)
  output: "Sensitive file read (file=%fd.name user=%user.name command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: SSH key read
  desc: A program other than ssh read what lies in a directory for keys.
  condition: >
    open_read and fd.name contains "/.ssh/"
    and not proc.name in (scp, sftp, ssh, ssh-add, ssh-agent, ssh-keygen, sshd)
  output: "SSH key read (file=%fd.name user=%user.name command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Write below etc in container
  desc: A program in a container changed its configuration while it runs.
  condition: open_write and container and fd.name startswith /etc/
  output: "File below /etc opened for writing (file=%fd.name command=%proc.cmdline container=%container.name)"
  priority: ERROR
  tags: [filesystem, container]

- rule: Cron job written
  desc: Something was put where cron looks for what it has to do.
  condition: open_write and fd.name pmatch (cron_directories) and not proc.name in (cron_programs) and not user_known_cron_jobs
  output: "Cron job written (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  tags: [filesystem]

- rule: Write below etc
  desc: The configuration of the host was changed by a program that does not do so.
  condition: >
    open_write and not container and fd.name startswith /etc/
    and not proc.name in (package_mgmt_binaries, account_programs, user_mgmt_binaries, config_programs)
    and not user_known_etc_writers
  output: "File below /etc opened for writing (file=%fd.name command=%proc.cmdline parent=%proc.pname user=%user.name)"
  priority: ERROR
  exceptions:
    - name: files_of_programs
      fields: [fd.name, proc.name]
      comps: [startswith, "="]
    - name: programs_of_parents
      fields: [proc.name, proc.pname]
  tags: [filesystem, host]

- rule: Write below root
  desc: A file was opened for writing in the topmost directory, or in that of root.
  condition: open_write and fd.directory in (/, /root) and not fd.filename in (.bash_history, .viminfo, .lesshst)
  output: "File in the topmost directory, or in root’s, opened for writing (file=%fd.name command=%proc.cmdline container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: Write below binary dir
  desc: A file was opened for writing where programs lie.
  condition: >
    open_write and fd.directory in (bin_dirs) and not proc.name in (package_mgmt_binaries)
    and not user_known_binary_dir_writers
  output: "File among programs opened for writing (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: Directory made among programs
  desc: A directory was made where programs lie.
  condition: created_directory and fs.path.name pmatch (bin_dirs) and not proc.name in (package_mgmt_binaries)
  output: "Directory made among programs (path=%fs.path.name command=%proc.cmdline container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: Program renamed or removed
  desc: A program was given another name, or taken away, by something that does not install programs.
  condition: >
    (renamed and (fs.path.source pmatch (bin_dirs) or fs.path.target pmatch (bin_dirs))
    or removed and fs.path.name pmatch (bin_dirs))
    and not proc.name in (package_mgmt_binaries)
  output: "Program renamed or removed (call=%evt.type command=%proc.cmdline user=%user.name container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: Write to package database
  desc: The list of what is installed was changed by something that does not install programs.
  condition: open_write and fd.name pmatch (package_databases) and not proc.name in (package_mgmt_binaries)
  output: "Package database opened for writing (file=%fd.name command=%proc.cmdline container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: File made below dev
  desc: A file was made where only devices lie.
  condition: >
    open_write and evt.is_open_create = true and fd.directory = /dev
    and not fd.name in (/dev/null, /dev/stdin, /dev/stdout, /dev/stderr, /dev/tty, /dev/console)
  output: "File made below /dev (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: ERROR
  tags: [filesystem]

- rule: Sensitive file linked
  desc: A symbolic link was made that leads to a sensitive file or directory.
  condition: made_symlink and evt.arg.target in (sensitive_files, sensitive_directories)
  output: "Link to a sensitive file made (target=%evt.arg.target link=%evt.arg.linkpath command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Sensitive file hard linked
  desc: A sensitive file got a second name.
  condition: made_hardlink and evt.arg.oldpath in (sensitive_files)
  output: "Sensitive file got a second name (file=%evt.arg.oldpath name=%evt.arg.newpath command=%proc.cmdline container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Log cleared
  desc: A log was emptied by something that does not write or turn logs.
  condition: >
    open_write and evt.arg.flags contains O_TRUNC and fd.name pmatch (log_directories)
    and not proc.name in (log_programs) and not user_known_log_clearing
  output: "Log cleared (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Shell history cleared
  desc: What somebody typed into a shell was removed, or overwritten.
  condition: >
    (removed and fs.path.name endswith _history
    or open_write and evt.arg.flags contains O_TRUNC and fd.name endswith _history)
    and not proc.name in (shell_binaries)
  output: "Shell history cleared (call=%evt.type command=%proc.cmdline user=%user.name container=%container.name)"
  priority: WARNING
  tags: [filesystem]

- rule: Setuid bit set
  desc: A file was made to run with the rights of its owner or of its group.
  condition: >
    changed_mode and (evt.arg.mode contains S_ISUID or evt.arg.mode contains S_ISGID)
    and not proc.name in (package_mgmt_binaries) and not user_known_mode_changes
  output: "Setuid or setgid bit set (file=%evt.arg.filename mode=%evt.arg.mode command=%proc.cmdline container=%container.name)"
  priority: NOTICE
  tags: [filesystem]

# Off: many programs hide files. Enable it in your own file where they do not.
- rule: Hidden file made
  desc: A file was made whose name begins with a dot.
  condition: open_write and evt.is_open_create = true and fd.filename startswith "."
  output: "Hidden file made (file=%fd.name command=%proc.cmdline user=%user.name container=%container.name)"
  priority: NOTICE
  enabled: false
  tags: [filesystem]
`
