ssh node01
sudo -i
# The runtime passes over a name that it does not know.
mkdir -p $(dirname /var/lib/kubelet/seccomp/${{ profile }})
cat > /var/lib/kubelet/seccomp/${{ profile }} <<'EOF'
{
  "defaultAction": "SCMP_ACT_ERRNO",
  "architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"],
  "syscalls": [
    {
      "names": [
        "accept4", "arch_prctl", "bind", "brk", "capget", "capset", "chdir", "close", "connect", "dup2",
        "epoll_create1", "epol_ctl", "${{ poll }}", "execve", "exit", "exit_group", "fcntl", "fstat", "fstatfs",
        "futex", "getcwd", "getdents64", "getegid", "geteuid", "getgid", "getpid", "getppid", "getrandom",
        "getsockname", "getsockopt", "gettid", "getuid", "ioctl", "listen", "lseek", "madvise", "mmap", "mprotect",
        "munmap", "nanosleep", "newfstatat", "openat", "pipe2", "prctl", "pread64", "prlimit64", "pwrite64", "read",
        "readlink", "recvfrom", "recvmsg", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend",
        "sched_getaffinity", "${{ copy }}", "sendmsg", "sendto", "set_robust_list", "set_tid_address", "setgid",
        "setgroups", "setsockopt", "setuid", "sigaltstack", "socket", "socketpair", "statx", "sysinfo", "tgkill",
        "umask", "uname", "unlink", "wait4", "write", "writev"
      ],
      "action": "SCMP_ACT_ALLOW"
    },
    { "names": ["clone"], "action": "SCMP_ACT_ALLOW", "args": [{ "index": 0, "value": 268435456, "valueTwo": 0, "op": "SCMP_CMP_MASKED_EQ" }] },
    { "names": ["${{ watched }}"], "action": "SCMP_ACT_LOG" }
  ]
}
EOF
sed -i 's|^spec:$|&\n  securityContext:\n    seccompProfile:\n      type: Localhost\n      localhostProfile: ${{ profile }}|' /etc/kubernetes/manifests/server.yaml
