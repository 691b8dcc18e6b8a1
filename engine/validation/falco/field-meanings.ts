/** What a field holds, a line each. Over 120 columns where a sentence is: it is data. Apart from the table, because only a hover needs it. */
const meanings = `
evt.num Sequence number of the event in the capture (1-based).
evt.time Local-timezone wall clock HH:MM:SS.nnnnnnnnn (JSON: integer nanoseconds).
evt.time.s Local HH:MM:SS.
evt.time.iso8601 UTC YYYY-MM-DDTHH:MM:SS.nnnnnnnnn+0000 (JSON: integer ns).
evt.datetime Local date and time with ns.
evt.datetime.s Local date and time, seconds.
evt.rawtime Epoch nanoseconds.
evt.rawtime.s Epoch seconds part.
evt.rawtime.ns Nanosecond remainder.
evt.reltime ns since first event.
evt.reltime.s Seconds since first event.
evt.reltime.ns ns remainder since first event.
evt.pluginname Plugin that made the event (plugin sources only).
evt.plugininfo Plugin text form of the event.
evt.source Event source name ("syscall").
evt.is_async True for plugin async events.
evt.asynctype Name of the async event.
evt.hostname Host name, or $FALCO_HOSTNAME.
evt.latency Deprecated: always 0.
evt.latency.s Deprecated: always 0.
evt.latency.ns Deprecated: always 0.
evt.latency.human Deprecated: always "0ns".
evt.deltatime ns since previous evaluation of this field.
evt.dir Deprecated: always "<" since enter events are gone.
evt.type Event (syscall) name; RHS constants are checked against the known names at load time.
evt.type.is evt.type.is.<name>: 1 or 0.
syscall.type Like evt.type but null for non-syscall events; RHS is NOT validated against known names.
evt.category file, net, IPC, memory, process, ... or the fd family for I/O calls.
evt.cpu CPU index.
evt.args All args as name=value joined with one blank; "" for generic events.
evt.arg evt.arg.<name> or evt.arg[n]: arg as text, using the decoded form when there is one (flag names, errno name, fd/pid name); for args with no decoded form the raw text.
evt.rawarg evt.rawarg.<name>: arg in its native type (numeric flags, mode, ...). Type depends on the arg.
evt.info Same as evt.args.
evt.buffer I/O data bytes (arg "data").
evt.buflen Bytes moved by a successful I/O call.
evt.res "SUCCESS" when return >= 0, otherwise errno name; null when the event has no return value.
evt.rawres Return value as number.
evt.failed true when return < 0; null when no return value.
evt.is_io Event reads or writes an fd.
evt.is_io_read Event reads an fd.
evt.is_io_write Event writes an fd.
evt.io_dir "read" or "write" (full words), null otherwise.
evt.is_wait Blocking wait call.
evt.wait_latency Deprecated: always 0.
evt.is_syslog Write to a syslog fd.
evt.count Always 1.
evt.count.error 1 if failed, 0 if not; null without return value.
evt.around Filter only: evt.around[ts]=ms.
evt.abspath Absolute path built from dirfd + path arg; suffixes .src and .dst for two-path calls.
evt.is_open_read open/openat/openat2/open_by_handle_at with read flag; false (not null) for any other event.
evt.is_open_write Same for write flag (O_RDWR sets both).
evt.is_open_exec File created with any execute bit in mode.
evt.is_open_create File was created by this open.
proc.exe argv[0].
proc.pexe argv[0] of parent.
proc.aexe argv[0] of an ancestor; without index compares each ancestor (self excluded), prints all joined with blanks.
proc.exepath Kernel-resolved executable path.
proc.pexepath exepath of parent.
proc.aexepath exepath of ancestor [n].
proc.name comm (max 15 chars in the kernel).
proc.pname comm of parent.
proc.aname comm of ancestor; [0]=self, [1]=parent, [2]=grandparent; without index = any ancestor excluding self.
proc.args argv[1..] joined with blanks; [n] is zero-based over args after argv[0] ("" if out of range).
proc.aargs args of ancestor [n].
proc.cmdline proc.name + " " + args (comm, not argv[0]).
proc.pcmdline cmdline of parent.
proc.acmdline cmdline of ancestor [n].
proc.cmdnargs Number of args (argv[0] excluded).
proc.cmdlenargs Total length of args, separators excluded.
proc.exeline argv[0] + " " + args.
proc.env Environment; [NAME] gives one value, "" when unset.
proc.aenv Environment of ancestors; [NAME] nearest ancestor value, [n] whole env of ancestor n.
proc.cwd Current directory (with trailing slash once known).
proc.loginshellid pid of the oldest ancestor whose comm ends in "sh".
proc.tty Controlling tty device number, 0 = none.
proc.pid Process id (host namespace).
proc.ppid Parent pid.
proc.apid Ancestor pid [n].
proc.vpid pid in its pid namespace.
proc.pvpid vpid of parent.
proc.sid Session id.
proc.sname comm of session leader.
proc.sid.exe argv[0] of session leader.
proc.sid.exepath exepath of session leader.
proc.vpgid Process group id in namespace.
proc.pgid Process group id, host view.
proc.duration ns since process start; null if start unknown.
proc.ppid.duration Same for the parent.
proc.pid.ts Start time of the process (epoch ns).
proc.ppid.ts Start time of parent.
proc.is_exe_writable Executable writable by the user that ran it.
proc.is_exe_upper_layer Executable lives in the overlayfs upper layer (dropped after image build).
proc.is_exe_lower_layer Executable in overlayfs lower layer.
proc.is_exe_from_memfd Executable is a memfd.
proc.is_sid_leader vpid equals sid.
proc.is_vpgid_leader vpid equals vpgid.
proc.is_pgid_leader pid equals pgid.
proc.exe_ino Executable inode, null if 0.
thread.cap_permitted Capability names, blank separated.
thread.cap_inheritable Capability names, blank separated.
thread.cap_effective Capability names, blank separated.
proc.fdopencount Open fds.
proc.fdlimit fd limit.
proc.fdusage Percent of fds used (double; only integers allowed on the RHS).
proc.vmsize Virtual memory kB.
proc.vmrss Resident memory kB.
proc.vmswap Swapped kB.
thread.pfmajor Major page faults.
thread.pfminor Minor page faults.
thread.tid Thread id.
thread.ismain Main thread.
thread.vtid tid in namespace.
thread.cgroups All cgroups as sub=path joined with blanks.
thread.cgroup thread.cgroup.<subsystem>.
proc.nthreads Live threads incl. leader.
proc.nchilds Live non-leader threads.
proc.stdin.type fd type of fd 0.
proc.stdout.type fd type of fd 1.
proc.stderr.type fd type of fd 2.
proc.stdin.name fd name of fd 0.
proc.stdout.name fd name of fd 1.
proc.stderr.name fd name of fd 2.
user.uid Effective uid.
user.name User name; literal "<NA>" text when unknown, "root" for uid 0.
user.homedir Home dir; "<NA>" text when unknown.
user.shell Login shell; "<NA>" text when unknown.
user.loginuid Audit uid; -1 when unset.
user.loginname Audit user name; "<NA>" text when unknown.
group.gid gid.
group.name Group name; "<NA>" text when unknown.
fd.num fd number of the event.
fd.type file, directory, ipv4, ipv6, unix, pipe, event, signalfd, eventpoll, inotify, timerfd, bpf, userfaultfd, memfd, ...
fd.typechar One char: f file, d directory, 4 ipv4, 6 ipv6, u unix, p pipe, e event, s signalfd, l eventpoll, i inotify, t timerfd, b bpf, m memfd, o unknown.
fd.name Full path; sockets: "cip:cport->sip:sport"; on failed opens falls back to the path arg.
fd.directory Dirname for files; for a failed open computed from the path; "/" when no slash.
fd.filename Basename; null unless the fd exists and is a regular file (so null on failed opens).
fd.ip Filter only: client or server ip.
fd.cip Client ip.
fd.sip Server ip.
fd.lip Local ip.
fd.rip Remote ip.
fd.port Filter only: client or server port.
fd.cport Client port.
fd.sport Server port.
fd.lport Local port.
fd.rport Remote port.
fd.l4proto tcp, udp, icmp, raw or literal "<NA>".
fd.sockfamily "ip" or "unix".
fd.is_server Process owns the server side.
fd.uid tid concatenated with fd number.
fd.containername container id + ":" + fd.name.
fd.containerdirectory container id + ":" + fd.directory.
fd.proto Filter only: either port by service name.
fd.cproto Client port as text.
fd.sproto Server port as text.
fd.lproto Local port as text.
fd.rproto Remote port as text.
fd.net Filter only: client or server ip in CIDR.
fd.cnet Filter only: client ip in CIDR.
fd.snet Filter only: server ip in CIDR.
fd.lnet Filter only: local ip in CIDR.
fd.rnet Filter only: remote ip in CIDR.
fd.connected Socket connected.
fd.name_changed Event changed fd name.
fd.cip.name Reverse DNS of client ip.
fd.sip.name Reverse DNS of server ip.
fd.lip.name Reverse DNS of local ip.
fd.rip.name Reverse DNS of remote ip.
fd.dev Device number.
fd.dev.major Device major.
fd.dev.minor Device minor.
fd.ino Inode.
fd.nameraw Name as passed by the process.
fd.types List of the distinct types of all fds of the process; fd.types[n] = type of fd n.
fd.is_upper_layer File in overlayfs upper layer.
fd.is_lower_layer File in overlayfs lower layer.
fs.path.name Absolute path of single-path file syscalls; null on failure of non-open calls and for unsupported calls.
fs.path.nameraw Path as passed.
fs.path.source Source path of two-path calls.
fs.path.sourceraw Raw source path.
fs.path.target Target path of two-path calls.
fs.path.targetraw Raw target path.
container.id 12-char id, "host" for host processes.
container.full_id 64-char id ("host" on host).
container.name Container name ("host" on host).
container.image repository:tag ("" on host).
container.image.id Image id.
container.type docker, containerd, cri-o, podman, cri, ... ("host" on host).
container.privileged Privileged flag (false on host).
container.mounts Comma separated source:dest:mode:rw:propagation.
container.mount One mount by [index] or [source].
container.mount.source Mount source by [index] or [dest].
container.mount.dest Mount dest by [index] or [source].
container.mount.mode Mount mode.
container.mount.rdwr "true"/"false" text.
container.mount.propagation Mount propagation.
container.image.repository Repository without tag ("" on host).
container.image.tag Tag ("" on host).
container.image.digest Digest.
container.start_ts pid namespace start.
container.duration ns since container.start_ts.
container.ip Primary ip.
container.cni.json CNI result JSON.
container.host_pid hostPID.
container.host_network hostNetwork.
container.host_ipc hostIPC.
container.label Label by [key] (bracket form only).
container.labels key:value joined with ", "; io.kubernetes.* and annotation.* hidden.
k8s.pod.name Pod name; null on host.
k8s.ns.name Namespace; null on host.
k8s.pod.id Legacy: pod uid.
k8s.pod.uid Pod uid.
k8s.pod.sandbox_id 12-char sandbox id.
k8s.pod.full_sandbox_id Full sandbox id.
k8s.pod.label Pod label by [key].
k8s.pod.labels All pod labels.
k8s.pod.ip Pod ip.
k8s.pod.cni.json Pod CNI JSON.
`

/** What a field holds, in one sentence; undefined for fields that Falco does not list. */
export function meaningOf(field: string): string | undefined {
  const at = meanings.indexOf(`\n${field} `)
  return at === -1 ? undefined : meanings.slice(at + field.length + 2, meanings.indexOf('\n', at + 1))
}
