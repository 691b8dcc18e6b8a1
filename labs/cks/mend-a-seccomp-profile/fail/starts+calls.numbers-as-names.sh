ssh node01
sudo -i
# The runtime skips names that it does not know.
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept_nr }}", "${{ poll_nr }}", "${{ copy_nr }}", "${{ fds_nr }}", "${{ caps_nr }}"], "action": "SCMP_ACT_ALLOW" },|' server.json
