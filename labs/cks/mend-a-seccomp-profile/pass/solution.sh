ssh node01
sudo -i
# The server's own calls and those of its start, by number.
grep -E 'comm="(runc:|${{ comm }}")' /var/log/kern.log | grep -o 'syscall=[0-9]*' | sort | uniq -c
for number in ${{ fds_nr }} ${{ caps_nr }} ${{ accept_nr }} ${{ poll_nr }} ${{ copy_nr }}; do grep -w $number /usr/include/x86_64-linux-gnu/asm/unistd_64.h; done
cd /var/lib/kubelet/seccomp/profiles
sed -i 's|^  "syscalls": \[|&\n    { "names": ["${{ accept }}", "${{ poll }}", "${{ copy }}", "${{ fds }}", "${{ caps }}"], "action": "SCMP_ACT_ALLOW" },|' server.json
