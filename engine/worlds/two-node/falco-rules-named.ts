/** Macros and lists: what rules have in common, and what hosts change in a file of their own. */
export const namedParts = `# Rules that come with Falco. An update replaces this file: write changes to falco_rules.local.yaml.
# Macros named user_known_… hold for nothing until you replace them: they are the place for what is usual on your hosts.

- required_engine_version: 0.50.0

# Which events, and where

- macro: never_true
  condition: (evt.num = 0)

- macro: container
  condition: container.id != host

- macro: spawned_process
  condition: evt.type in (execve, execveat)

- macro: open_read
  condition: evt.type in (open, openat, openat2) and evt.is_open_read = true and fd.num >= 0

- macro: open_write
  condition: evt.type in (open, openat, openat2) and evt.is_open_write = true and fd.num >= 0

- macro: created_directory
  condition: evt.type in (mkdir, mkdirat) and evt.failed = false

- macro: renamed
  condition: evt.type in (rename, renameat, renameat2) and evt.failed = false

- macro: removed
  condition: evt.type in (unlink, unlinkat, rmdir) and evt.failed = false

- macro: made_symlink
  condition: evt.type in (symlink, symlinkat) and evt.failed = false

- macro: made_hardlink
  condition: evt.type in (link, linkat) and evt.failed = false

- macro: changed_mode
  condition: evt.type in (chmod, fchmod, fchmodat) and evt.failed = false

- macro: outbound
  condition: evt.type = connect and fd.typechar in (4, 6)

- macro: outside_the_cluster
  condition: (not fd.snet in (10.0.0.0/8, 127.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16))

# Names that several rules need

- list: shell_binaries
  items: [ash, bash, csh, dash, ksh, sh, tcsh, zsh]

- list: package_managers
  items: [apk, apt, apt-get, dnf, dpkg, pip, pip3, rpm, yum]

- list: package_mgmt_binaries
  items: [package_managers, aptitude, dpkg-deb, gem, microdnf, npm, snap, unattended-upgr, yarn, zypper]

- list: sensitive_files
  items: [/etc/shadow, /etc/gshadow, /etc/sudoers, /etc/kubernetes/admin.conf]

- list: sensitive_directories
  items: [/, /etc, /etc/, /root, /root/, /etc/kubernetes, /etc/kubernetes/]

- list: account_programs
  items: [chage, login, passwd, sshd, su, sudo, unix_chkpwd, useradd, userdel, usermod, visudo]

- list: user_mgmt_binaries
  items: [adduser, addgroup, deluser, delgroup, groupadd, groupdel, groupmod, useradd, userdel, usermod]

- list: server_binaries
  items: [apache2, haproxy, httpd, java, lighttpd, mariadbd, mongod, mysqld, nginx, node, php-fpm, postgres, redis-server]

- list: bin_dirs
  items: [/bin, /sbin, /usr/bin, /usr/sbin, /usr/local/bin, /usr/local/sbin]

- list: package_databases
  items: [/var/lib/dpkg, /var/lib/rpm, /usr/lib/sysimage/rpm, /lib/apk/db]

- list: writable_by_all
  items: [/tmp, /var/tmp, /dev/shm, /run/shm]

- list: log_directories
  items: [/var/log, /dev/log]

- list: log_programs
  items: [auditd, fluent-bit, fluentd, journald, logrotate, rsyslogd, syslogd, systemd-journal, vector]

- list: cron_directories
  items: [/etc/cron.d, /etc/cron.daily, /etc/cron.hourly, /etc/cron.weekly, /etc/cron.monthly, /var/spool/cron]

- list: cron_programs
  items: [anacron, cron, crond]

- list: config_programs
  items: [adduser, ansible, augenrules, cloud-init, containerd, kubeadm, kubelet, ldconfig, newaliases, resolvconf, systemd]

- list: network_tools
  items: [arping, dig, hping3, masscan, nc, ncat, netcat, nmap, nslookup, socat, ssh-keyscan, tcpdump, tshark, wireshark]

- list: remote_copy_binaries
  items: [ftp, rcp, rsync, scp, sftp]

- list: cluster_clients
  items: [crictl, ctr, docker, helm, kubectl, nerdctl, oc, podman]

- list: wiping_programs
  items: [shred, srm, wipe]

- list: miner_binaries
  items: [cgminer, cpuminer, minerd, nbminer, t-rex, xmr-stak, xmrig]

- list: miner_domains
  items:
    - pool.minexmr.com
    - gulf.moneroocean.stream
    - xmr.nanopool.org
    - xmr.2miners.com
    - eth.2miners.com
    - pool.supportxmr.com
    - asia1.ethpool.org
    - stratum.antpool.com

- list: miner_ports
  items: [3333, 3334, 3335, 3336, 3357, 5555, 5556, 7777, 14433, 14444, 45560, 45700]

# Addresses that are known to be bad. There is one for you to try; append those that you hear of.
- list: c2_server_ips
  items: [203.0.113.66]

- list: debuggers
  items: [delve, dlv, gdb, gdbserver, ltrace, strace]

- list: module_loaders
  items: [kmod, modprobe, systemd-modules, systemd-udevd]

- list: mounting_programs
  items: [containerd-shim, csi-node-driver, kubelet, runc]

# What is usual on your hosts

- macro: user_known_etc_writers
  condition: (never_true)

- macro: user_known_binary_dir_writers
  condition: (never_true)

- macro: user_known_log_clearing
  condition: (never_true)

- macro: user_known_mode_changes
  condition: (never_true)

- macro: user_known_cron_jobs
  condition: (never_true)

- macro: user_known_server_shells
  condition: (never_true)

- macro: user_known_network_tools
  condition: (never_true)

- macro: user_known_account_changes
  condition: (never_true)

- macro: user_known_container_mounts
  condition: (never_true)

- macro: user_known_privileged_containers
  condition: (never_true)

- macro: user_known_api_clients
  condition: (k8s.ns.name = kube-system)

- macro: user_known_tracing
  condition: (never_true)
`
