/** Programs that lie in /usr/bin of every host, so that `which`, `ls /usr/bin` and `$PATH` have something to find. */
const everywhere =
  '[ arch awk base32 base64 basename bash cat chgrp chmod chown cksum clear cmp column comm cp csplit curl cut date dd df diff ' +
  'diff3 dirname dmesg dpkg du echo egrep env expand expr factor false fgrep file find fmt fold free gawk getent gpg grep groups ' +
  'gunzip gzip head hexdump hostid hostname hostnamectl id install join journalctl kill last less link ln loginctl logger logname ' +
  'ls lsattr lsblk lscpu lsof man md5sum mkdir mkfifo mktemp more mount mv nano nice nl nohup nproc numfmt od openssl passwd paste ' +
  'perl pgrep ping pinky pkill pr printenv printf ps ptx pwd python3 readlink realpath rev rm rmdir scp sed seq sftp sh sha1sum ' +
  'sha224sum sha256sum sha384sum sha512sum shred shuf sleep sort split ss ssh ssh-keygen stat stdbuf strace strings stty su sudo sum ' +
  'sync systemctl systemd-analyze tac tail tar tee test time timeout tmux top touch tput tr tree true truncate tsort tty umount ' +
  'uname unexpand uniq unlink uptime users vi vim vim.basic vimdiff watch wc wget whereis which who whoami xargs xxd yes zcat zgrep'

const administration =
  'aa-complain aa-disable aa-enforce aa-status adduser apparmor_parser apparmor_status arp chroot deluser getcap groupadd groupdel ' +
  'ifconfig init insmod ip iptables iptables-save lsmod modinfo modprobe nologin reboot rmmod service setcap shutdown sshd sysctl useradd ' +
  'userdel usermod visudo'

export const programs: readonly string[] = everywhere.split(' ')

/** Programs that lie in /usr/sbin. */
export const administrators: readonly string[] = administration.split(' ')

/** What nodes of the cluster have besides. The base host has none of it. */
export const nodePrograms: readonly string[] = 'containerd crictl ctr kubeadm kubectl kubelet runc'.split(' ')
