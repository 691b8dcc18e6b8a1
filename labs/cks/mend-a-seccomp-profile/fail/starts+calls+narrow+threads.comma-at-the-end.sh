ssh node01
sudo -i
# JSON takes no comma after the last entry: the profile cannot be read.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}",], "action": "SCMP_ACT_ALLOW" },|' server.json
