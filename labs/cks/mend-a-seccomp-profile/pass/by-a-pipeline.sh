ssh node01
sudo -i
# From the numbers to names, and into the first list of names.
numbers=$(awk '/comm="(runc:\[2:INIT\]|${{ comm }})"/ && /arch=c000003e/' /var/log/kern.log | sed 's/.* syscall=\([0-9]*\) .*/\1/' | sort -nu)
names=""
for number in $numbers; do
  name=$(awk -v n="$number" '$3 == n { sub("__NR_", "", $2); print $2 }' /usr/include/x86_64-linux-gnu/asm/unistd_64.h)
  names="$names\"$name\", "
done
cp /var/lib/kubelet/seccomp/profiles/server.json /root/server.json
sed -i "s/\"${{ typo }}\", /$names/" /var/lib/kubelet/seccomp/profiles/server.json
