ssh node01
sudo -i
# The container starts, and its server cannot serve.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ fds }}", "${{ caps }}"], "action": "SCMP_ACT_ALLOW" },|' server.json
