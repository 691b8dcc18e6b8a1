ssh node01
sudo -i
# clone stands in the log when it asked for what its entry does not allow.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}", "clone"], "action": "SCMP_ACT_ALLOW" },|' server.json
