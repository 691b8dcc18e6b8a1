ssh node01
sudo -i
# Without the calls of runc the container never becomes the server.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}"], "action": "SCMP_ACT_ALLOW" },|' server.json
