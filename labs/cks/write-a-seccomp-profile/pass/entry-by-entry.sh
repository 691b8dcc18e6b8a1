ssh node01
# Without a root shell; clone is refused by name of the bit, and let through otherwise.
sudo mkdir -p $(dirname /var/lib/kubelet/seccomp/${{ profile }})
sudo tee /var/lib/kubelet/seccomp/${{ profile }} > /dev/null <<'EOF'
{
  "defaultAction": "SCMP_ACT_ERRNO",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    { "names": [
        "accept4", "arch_prctl", "bind", "brk", "capget", "capset", "chdir", "close", "connect", "dup2",
        "epoll_create1", "epoll_ctl", "${{ poll }}", "execve", "exit", "exit_group", "fcntl", "fstat", "fstatfs",
        "futex", "getcwd", "getdents64", "getegid", "geteuid", "getgid", "getpid", "getppid", "getrandom",
        "getsockname", "getsockopt", "gettid", "getuid", "ioctl", "listen", "lseek", "madvise", "mmap", "mprotect",
        "munmap"
      ], "action": "SCMP_ACT_ALLOW" },
    { "names": [
        "nanosleep", "newfstatat", "openat", "pipe2", "prctl", "pread64", "prlimit64", "pwrite64", "read",
        "readlink", "recvfrom", "recvmsg", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigsuspend",
        "sched_getaffinity", "${{ copy }}", "sendmsg", "sendto", "set_robust_list", "set_tid_address", "setgid",
        "setgroups", "setsockopt", "setuid", "sigaltstack", "socket", "socketpair", "statx", "sysinfo", "tgkill",
        "umask", "uname", "unlink", "wait4", "write", "writev"
      ], "action": "SCMP_ACT_ALLOW" },
    { "names": ["${{ watched }}"], "action": "SCMP_ACT_LOG" },
    { "names": ["clone"], "action": "SCMP_ACT_ALLOW",
      "args": [{ "index": 0, "value": 268435456, "valueTwo": 0, "op": "SCMP_CMP_MASKED_EQ" }] },
    { "names": ["clone"], "action": "SCMP_ACT_ERRNO", "errnoRet": 1 }
  ]
}
EOF
sudo sed -i 's|^  containers:|  securityContext:\n    seccompProfile:\n      localhostProfile: ${{ profile }}\n      type: Localhost\n&|' /etc/kubernetes/manifests/server.yaml
