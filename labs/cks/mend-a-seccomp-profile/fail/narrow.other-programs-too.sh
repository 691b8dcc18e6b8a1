ssh node01
sudo -i
# chronyd sets the clock of the node. The container does not.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}", "clock_adjtime"], "action": "SCMP_ACT_ALLOW" },|' server.json
