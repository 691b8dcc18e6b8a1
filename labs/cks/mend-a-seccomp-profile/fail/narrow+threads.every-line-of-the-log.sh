ssh node01
sudo -i
# What was tried from the shell, other programs' calls, and numbers of another table.
names=""
for number in $(grep -o 'syscall=[0-9]*' /var/log/kern.log | cut -d= -f2 | sort -nu); do
  name=$(awk -v n="$number" '$3 == n { sub("__NR_", "", $2); print $2 }' /usr/include/x86_64-linux-gnu/asm/unistd_64.h)
  names="$names\"$name\", "
done
sed -i "s/\"${{ typo }}\", /$names/" /var/lib/kubelet/seccomp/profiles/server.json
