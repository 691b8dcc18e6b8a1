/**
 * Falco 0.44.1's event types: name, the codes of all its versions and halves, its parameters with their types as in
 * `field-table.ts` (f flags, printed in hex · m mode, printed in octal). Lines are as long as an event has parameters.
 */
export const eventTable = `
accept 26-27,56-57,246-249 fd:i tuple:x queuepct:v queuelen:v queuemax:v
accept4 388-389 fd:i tuple:x queuepct:v queuelen:v queuemax:v flags:j
access 264-265 res:i name:c mode:f
asyncevent 402 plugin_id:v name:c data:y
bind 20-21 res:i addr:x fd:i
bpf 296-297,368-369 fd:i cmd:f
brk 10-11,158-159 res:u vm_size:v vm_rss:v vm_swap:v addr:u
capset 352-353 res:i cap_inheritable:u cap_permitted:u cap_effective:u
chdir 94-95 res:i path:c
chmod 314-315 res:i filename:c mode:m
chown 378-379 res:i path:c uid:v gid:v
chroot 266-267 res:i path:c
clone 14-15,156-157,216-217,222-223 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:i pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y flags:f uid:v gid:v vtid:i vpid:i pidns_init_start_ts:u
clone3 334-335 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:i pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y flags:f uid:v gid:v vtid:i vpid:i pidns_init_start_ts:u
close 4-5 res:i fd:i
close_range 451 res:i first:v last:v flags:f
connect 22-23 res:i tuple:x fd:i addr:x
container 228,272,324 json:c
copy_file_range 332-333 res:i fdout:i offout:u fdin:i offin:u len:u
cpu_hotplug 244 cpu:v action:v
creat 58-59 fd:i name:c mode:v dev:v ino:u creat_flags:f
delete_module 424-425 res:i name:c flags:f
drop 148-149 ratio:v
dup 124-125,366-367 res:i oldfd:i
dup2 362-363 res:i oldfd:i newfd:i
dup3 364-365 res:i oldfd:i newfd:i flags:f
epoll_create 374-375 res:i size:j
epoll_create1 376-377 res:i flags:f
epoll_wait 78-79 res:i maxevents:i
eventfd 62-63 res:i initval:u flags:v
eventfd2 396-397 res:i flags:f initval:u
execve 12-13,154-155,172-173,214-215,230-231,282-283,288-289,292-293 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:u pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y env:y tty:v vpgid:i loginuid:v flags:f cap_inheritable:u cap_permitted:u cap_effective:u exe_ino:u exe_ino_ctime:a exe_ino_mtime:a uid:v trusted_exepath:c pgid:i gid:v filename:c
execveat 330-331 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:u pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y env:y tty:v vpgid:i loginuid:v flags:f cap_inheritable:u cap_permitted:u cap_effective:u exe_ino:u exe_ino_ctime:a exe_ino_mtime:a uid:v trusted_exepath:c pgid:i gid:v
fchdir 96-97 res:i fd:i
fchmod 316-317 res:i fd:i mode:m
fchmodat 312-313 res:i dirfd:i filename:c mode:m
fchown 382-383 res:i fd:i uid:v gid:v
fchownat 384-385 res:i dirfd:i pathname:c uid:v gid:v flags:f
fcntl 150-151 res:i fd:i cmd:f arg:u
finit_module 412-413 res:i fd:i uargs:c flags:f
flock 242-243 res:i fd:i operation:f
fork 182-183,218-219,224-225 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:i pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y flags:f uid:v gid:v vtid:i vpid:i pidns_init_start_ts:u
fsconfig 372-373 res:i fd:i cmd:f key:c value_bytebuf:y value_charbuf:c aux:j
fstat 70-71 res:i fd:i
fstat64 76-77 res:i
futex 64-65 res:i addr:u op:f val:u
getcwd 92-93 res:i path:c
getdents 236-237 res:i fd:i
getdents64 238-239 res:i fd:i
getegid 208-209 egid:v
geteuid 204-205 euid:v
getgid 206-207 gid:v
getpeername 40-41
getresgid 212-213 res:i rgid:v egid:v sgid:v
getresuid 210-211 res:i ruid:v euid:v suid:v
getrlimit 140-141 res:i cur:i max:i resource:f
getsockname 38-39
getsockopt 46-47 res:i fd:i level:f optname:f val:x optlen:v
getuid 202-203 uid:v
groupadded 358 gid:v name:c container_id:c
groupdeleted 360 gid:v name:c container_id:c
infra 286 source:c name:c description:c scope:c
init_module 410-411 res:i img:y length:u uargs:c
inotify_init 138-139 res:i flags:v
inotify_init1 394-395 res:i flags:f
io_uring_enter 340-341 res:i fd:i to_submit:v min_complete:v flags:f sig:x
io_uring_register 342-343 res:i fd:i opcode:f arg:u nr_args:v
io_uring_setup 338-339 res:i entries:v sq_entries:v cq_entries:v flags:f sq_thread_cpu:v sq_thread_idle:v features:f
ioctl 90-91,170-171 res:i fd:i request:u argument:u
k8s 260
keyctl 453 res:i operation:f arg2:x arg3:x arg4:x arg5:x
kill 128-129 res:i pid:i sig:v
lchown 380-381 res:i path:c uid:v gid:v
link 104-105,308-309 res:i oldpath:c newpath:c
linkat 106-107,310-311 res:i olddir:i oldpath:c newdir:i newpath:c flags:f
listen 24-25 res:i fd:i backlog:j
llseek 88-89 res:i fd:i offset:u whence:f
lseek 86-87 res:i fd:i offset:u whence:f
lstat 68-69 res:i path:c
lstat64 74-75 res:i path:c
memfd_create 404-405 fd:i name:c flags:f
mesos 270
mkdir 98-99,276-277 res:i path:c mode:v
mkdirat 304-305 res:i dirfd:i path:c mode:v
mknod 414-415 res:i path:c mode:m dev:v
mknodat 416-417 res:i dirfd:i path:c mode:m dev:v
mlock 344-345 res:i addr:u len:u
mlock2 370-371 res:i addr:u len:u flags:f
mlockall 348-349 res:i flags:f
mmap 160-161 res:i vm_size:v vm_rss:v vm_swap:v addr:u length:u prot:f flags:f fd:i offset:u
mmap2 162-163 res:i vm_size:v vm_rss:v vm_swap:v addr:u length:u prot:f flags:f fd:i pgoffset:u
mount 256-257 res:i dev:c dir:c type:c flags:f
mprotect 328-329 res:i addr:u length:u prot:f
munlock 346-347 res:i addr:u len:u
munlockall 350-351 res:i
munmap 164-165 res:i vm_size:v vm_rss:v vm_swap:v addr:u length:u
nanosleep 134-135 res:i interval:r
newfstatat 418-419 res:i dirfd:i path:c flags:f
notification 280 id:c desc:c
open 2-3 fd:i name:c flags:f mode:v dev:v ino:u
open_by_handle_at 336-337 fd:i mountfd:i flags:f path:c dev:v ino:u
openat 102-103,306-307 fd:i dirfd:i name:c flags:f mode:v dev:v ino:u
openat2 326-327 fd:i dirfd:i name:c flags:f mode:v resolve:f dev:v ino:u
page_fault 290 addr:u ip:u error:f
pidfd_getfd 406-407 fd:i pid_fd:i target_fd:i flags:v
pidfd_open 408-409 fd:i pid:i flags:f
pipe 60-61 res:i fd1:i fd2:i ino:u
pipe2 392-393 res:i fd1:i fd2:i ino:u flags:f
pluginevent 322 plugin_id:v event_data:y
poll 80-81 res:i fds:x timeout:i
ppoll 254-255 res:i fds:x timeout:r sigmask:x
prctl 400-401 res:i option:f arg2_str:c arg2_int:i
pread 112-113 res:i data:y fd:i size:v pos:u
preadv 120-121 res:i size:v data:y fd:i pos:u
prlimit 144-145 res:i newcur:i newmax:i oldcur:i oldmax:i pid:i resource:f
process_vm_readv 420-421 res:i pid:i data:y
process_vm_writev 422-423 res:i pid:i data:y
procexit 16,186 status:i ret:i sig:v core:v reaper_tid:i
procinfo 234 cpu_usr:u cpu_sys:u
ptrace 168-169 res:i addr:x data:x request:f pid:i
pwrite 114-115 res:i data:y fd:i size:v pos:u
pwritev 122-123 res:i data:y fd:i size:v pos:u
quotactl 190-191 res:i special:c quotafilepath:c dqb_bhardlimit:u dqb_bsoftlimit:u dqb_curspace:u dqb_ihardlimit:u dqb_isoftlimit:u dqb_btime:r dqb_itime:r dqi_bgrace:r dqi_igrace:r dqi_flags:f quota_fmt_out:f cmd:f type:f id:v quota_fmt:f
read 6-7 res:i data:y fd:i size:v
readv 116-117 res:i size:v data:y fd:i
recv 32-33 res:i data:y fd:i size:v tuple:x
recvfrom 34-35 res:i data:y tuple:x fd:i size:v
recvmmsg 54-55 res:i fd:i size:v data:y tuple:x msgcontrol:y
recvmsg 52-53 res:i size:v data:y tuple:x msgcontrol:y fd:i
rename 174-175 res:i oldpath:c newpath:c
renameat 176-177 res:i olddirfd:i oldpath:c newdirfd:i newpath:c
renameat2 318-319 res:i olddirfd:i oldpath:c newdirfd:i newpath:c flags:f
rmdir 100-101,278-279 res:i path:c
scapevent 196 event_type:v event_data:u
seccomp 298-299 res:i op:u flags:u
select 82-85 res:i
semctl 252-253 res:i semid:j semnum:j cmd:f val:j
semget 262-263 res:i key:j nsems:j semflg:f
semop 250-251 res:i nsops:v sem_num_0:v sem_op_0:k sem_flg_0:f sem_num_1:v sem_op_1:k sem_flg_1:f semid:j
send 28-29 res:i data:y fd:i size:v tuple:x
sendfile 188-189 res:i offset:u out_fd:i in_fd:i size:u
sendmmsg 50-51 res:i fd:i size:v data:y tuple:x
sendmsg 48-49 res:i data:y fd:i size:v tuple:x
sendto 30-31 res:i data:y fd:i size:v tuple:x
setgid 200-201 res:i gid:v
setns 240-241 res:i fd:i nstype:f
setpgid 294-295 res:i pid:i pgid:i
setregid 428-429 res:i rgid:v egid:v
setresgid 194-195 res:i rgid:v egid:v sgid:v
setresuid 192-193 res:i ruid:v euid:v suid:v
setreuid 426-427 res:i ruid:v euid:v
setrlimit 142-143 res:i cur:i max:i resource:f
setsid 274-275 res:i
setsockopt 44-45 res:i fd:i level:f optname:f val:x optlen:v
setuid 198-199 res:i uid:v
shutdown 36-37 res:i fd:i how:f
signaldeliver 232 spid:i dpid:i sig:v
signalfd 126-127 res:i fd:i mask:v flags:v
signalfd4 398-399 res:i flags:f fd:i mask:v
socket 18-19 fd:i domain:f type:v proto:v flags:f
socketpair 42-43 res:i fd1:i fd2:i source:u peer:u domain:f type:v proto:v
splice 166-167 res:i fd_in:i fd_out:i size:u flags:f
stat 66-67 res:i path:c
stat64 72-73 res:i path:c
switch 146,152 next:i pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v
symlink 178-179 res:i target:c linkpath:c
symlinkat 180-181 res:i target:c linkdirfd:i linkpath:c
syscall 0-1 ID:v nativeID:v
task 430 ppid:x pgid:x vpgid:x sid:x comm:c argv:x exepath:c flags:f env:x cwd:c fdlimit:u euid:v egid:v cap_permitted:u cap_effective:u cap_inheritable:u exe_ino_num:u exe_ino_ctime:a exe_ino_mtime:a vm_size:v vm_rss:v vm_swap:v pgft_maj:u pgft_min:u vtgid:x vpid:x pidns_init_start_ts:u cgroups:x root:c start_time:a tty:v loginuid:v
task_file_anon_inode 448 fd:x fd_type:f path:c ino_num:u
task_file_directory 438 fd:x path:c ino_num:u
task_file_memfd 434 fd:x path:c ino_num:u
task_file_pipe 432 fd:x path:c ino_num:u
task_file_regular 436 fd:x path:c flags:f mnt_id:v ino_num:u
task_file_socket_inet 440 fd:x sk_type:v sk_proto:v local_ip:x local_port:o remote_ip:x remote_port:o ino_num:u
task_file_socket_inet6 442 fd:x sk_type:v sk_proto:v local_ip:x local_port:o remote_ip:x remote_port:o ino_num:u
task_file_socket_netlink 446 fd:x sk_type:v sk_proto:v ino_num:u
task_file_socket_unix 444 fd:x sk_type:v sk_proto:v sk_pointer:u sun_path:c ino_num:u
tgkill 132-133 res:i pid:i tid:i sig:v
timerfd_create 136-137 res:i clockid:v flags:v
tkill 130-131 res:i tid:i sig:v
tracer 268
umount 258-259,386-387 res:i name:c
umount2 390-391 res:i name:c flags:f
unlink 108-109,300-301 res:i path:c
unlinkat 110-111,302-303 res:i dirfd:i name:c flags:f
unshare 284-285 res:i flags:f
useradded 354 uid:v gid:v name:c home:c shell:c container_id:c
userdeleted 356 uid:v gid:v name:c home:c shell:c container_id:c
userfaultfd 320-321 res:i flags:f
vfork 184-185,220-221,226-227 res:i exe:c args:y tid:i pid:i ptid:i cwd:c fdlimit:i pgft_maj:u pgft_min:u vm_size:v vm_rss:v vm_swap:v comm:c cgroups:y flags:f uid:v gid:v vtid:i vpid:i pidns_init_start_ts:u
write 8-9 res:i data:y fd:i size:v
writev 118-119 res:i data:y fd:i size:v
`

/** System calls without parameters of their own. All share the codes of the event `syscall`. */
export const genericSyscalls = `
_llseek _newselect _sysctl acct add_key adjtimex alarm arch_prctl bdflush cachestat capget clock_adjtime clock_getres
clock_gettime clock_nanosleep clock_settime create_module epoll_ctl epoll_ctl_old epoll_pwait epoll_pwait2
epoll_wait_old exit exit_group faccessat faccessat2 fadvise64 fallocate fanotify_init fanotify_mark fchmodat2 fcntl64
fdatasync fgetxattr file_getattr file_setattr flistxattr fremovexattr fsetxattr fsmount fsopen fspick fstatat64
fstatfs fstatfs64 fsync ftruncate futex_requeue futex_wait futex_waitv futex_wake futimesat get_kernel_syms
get_mempolicy get_robust_list get_thread_area getcpu getegid32 geteuid32 getgid32 getgroups getitimer getpgid getpgrp
getpid getpmsg getppid getpriority getrandom getresgid32 getresuid32 getrusage getsid gettid gettimeofday getuid32
getxattr getxattrat idle inotify_add_watch inotify_rm_watch io_cancel io_destroy io_getevents io_pgetevents io_setup
io_submit ioperm iopl ioprio_get ioprio_set ipc kcmp kexec_file_load kexec_load landlock_add_rule
landlock_create_ruleset landlock_restrict_self lgetxattr listmount listns listxattr listxattrat llistxattr
lookup_dcookie lremovexattr lsetxattr lsm_get_self_attr lsm_list_modules lsm_set_self_attr madvise map_shadow_stack
mbind membarrier memfd_secret migrate_pages mincore modify_ldt mount_setattr move_mount move_pages mq_getsetattr
mq_notify mq_open mq_timedreceive mq_timedsend mq_unlink mremap mseal msgctl msgget msgrcv msgsnd msync multiplexer
name_to_handle_at nfsservctl nice oldfstat oldlstat oldolduname oldstat olduname open_tree open_tree_attr
page_fault_kernel page_fault_user pause pciconfig_iobase pciconfig_read pciconfig_write perf_event_open personality
pidfd_send_signal pivot_root pkey_alloc pkey_free pkey_mprotect pread64 preadv2 prlimit64 process_madvise
process_mrelease pselect6 pwrite64 pwritev2 query_module quotactl_fd readahead readdir readlink readlinkat reboot
remap_file_pages removexattr removexattrat request_key restart_syscall riscv_flush_icache riscv_hwprobe rseq
rseq_slice_yield rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo rt_sigreturn rt_sigsuspend rt_sigtimedwait
rt_tgsigqueueinfo rtas s390_guarded_storage s390_pci_mmio_read s390_pci_mmio_write s390_runtime_instr s390_sthyi
sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getattr sched_getparam sched_getscheduler
sched_process_exit sched_rr_get_interval sched_setaffinity sched_setattr sched_setparam sched_setscheduler
sched_switch sched_yield semtimedop sendfile64 set_mempolicy set_mempolicy_home_node set_robust_list set_thread_area
set_tid_address setdomainname setfsgid setfsuid setgid32 setgroups sethostname setitimer setpriority setresgid32
setresuid32 settimeofday setuid32 setxattr setxattrat sgetmask shmat shmctl shmdt shmget sigaction sigaltstack signal
signal_deliver sigpending sigprocmask sigreturn sigsuspend socketcall spu_create spu_run ssetmask statfs statfs64
statmount statx stime subpage_prot swapcontext swapoff swapon switch_endian sync sync_file_range sync_file_range2
syncfs sys_debug_setcontext sysfs sysinfo syslog tee time timer_create timer_delete timer_getoverrun timer_gettime
timer_settime timerfd timerfd_gettime timerfd_settime times truncate ugetrlimit umask uname unknown uprobe uretprobe
uselib ustat utime utimensat utimes vhangup vm86 vmsplice wait4 waitid waitpid
`
