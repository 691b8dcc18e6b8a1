ssh node01
sudo -i
# 175 and 168 belong to a program of 32 bits, where they are rt_sigprocmask and poll.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}", "init_module", "swapoff"], "action": "SCMP_ACT_ALLOW" },|' server.json
