ssh node01
sudo -i
# All numbers looked up among those of 32 bits.
names=""
for number in $(grep -E 'comm="(runc:|${{ comm }}")' /var/log/kern.log | grep -o 'syscall=[0-9]*' | cut -d= -f2 | sort -nu); do
  name=$(awk -v n="$number" '$3 == n { sub("__NR_", "", $2); print $2 }' /usr/include/x86_64-linux-gnu/asm/unistd_32.h)
  names="$names\"$name\", "
done
sed -i "s/\"${{ typo }}\", /$names/" /var/lib/kubelet/seccomp/profiles/server.json
