/**
 * The fields of Falco 0.44.1's syscall source: `name:type` and flags, each behind the prefix that stands before them.
 * Types: c CHARBUF · u UINT64 · v UINT32 · i INT64 · j INT32 · k INT16 · r RELTIME · a ABSTIME · b BOOL · d DOUBLE ·
 * p IPADDR · n IPNET · o PORT · y BYTEBUF · x whatever the parameter has.
 * Flags: L list · F only in conditions · P only in outputs · R not on the right · T no transformer · D deprecated ·
 * H not listed · G of the container plugin · A with an argument · O with or without one.
 */
export const fieldTable = `
evt. num:u time:c time.s:c time.iso8601:c datetime:c datetime.s:c rawtime:a rawtime.s:a rawtime.ns:a reltime:r
reltime.s:r reltime.ns:r pluginname:c plugininfo:c source:c is_async:b asynctype:c hostname:c latency:rD latency.s:rD
latency.ns:rD latency.quantized:uDH latency.human:cD deltatime:r deltatime.s:r deltatime.ns:r outputtime:cP dir:cD
type:c type.is:vA category:c cpu:k args:c arg:cA rawarg:xRTA info:c buffer:y buflen:u res:c rawres:i failed:b is_io:b
is_io_read:b is_io_write:b io_dir:c is_wait:b wait_latency:rD is_syslog:b count:v count.error:v count.error.file:v
count.error.net:v count.error.memory:v count.error.other:v count.exit:v count.procinfo:vH count.threadinfo:vH
around:uFRTA abspath:cO buflen.in:uH buflen.out:uH buflen.file:uH buflen.file.in:uH buflen.file.out:uH buflen.net:uH
buflen.net.in:uH buflen.net.out:uH is_open_read:b is_open_write:b infra.docker.name:cH infra.docker.container.id:cH
infra.docker.container.name:cH infra.docker.container.image:cH is_open_exec:b is_open_create:b
syscall. type:c
proc. exe:c pexe:c aexe:cRTO exepath:c pexepath:c aexepath:cRTO name:c pname:c aname:cRTO args:cO aargs:cO cmdline:c
pcmdline:c acmdline:cRTO cmdnargs:u cmdlenargs:u exeline:c env:cO aenv:cRTO cwd:c loginshellid:i tty:v pid:i ppid:i
apid:iRTO vpid:i pvpid:i sid:i sname:c sid.exe:c sid.exepath:c vpgid:i vpgid.name:c vpgid.exe:c vpgid.exepath:c pgid:i
pgid.name:c pgid.exe:c pgid.exepath:c duration:r ppid.duration:r pid.ts:r ppid.ts:r is_exe_writable:b
is_exe_upper_layer:b is_exe_lower_layer:b is_exe_from_memfd:b is_sid_leader:b is_vpgid_leader:b is_pgid_leader:b
exe_ino:i exe_ino.ctime:a exe_ino.mtime:a exe_ino.ctime_duration_proc_start:a exe_ino.ctime_duration_pidns_start:a
pidns_init_start_ts:u fdopencount:u fdlimit:i fdusage:d vmsize:u vmrss:u vmswap:u nthreads:u nchilds:u stdin.type:c
stdout.type:c stderr.type:c stdin.name:c stdout.name:c stderr.name:c is_container_healthcheck:bG
is_container_liveness_probe:bG is_container_readiness_probe:bG
thread. cap_permitted:c cap_inheritable:c cap_effective:c pfmajor:u pfminor:u tid:i ismain:b vtid:i nametid:cH
exectime:r totexectime:r cgroups:c cgroup:cA cpu:d cpu.user:d cpu.system:d vmsize:u vmrss:u vmsize.b:uH vmrss.b:uH
user. uid:v name:c homedir:c shell:c loginuid:i loginname:c
group. gid:v name:c
fd. num:i type:c typechar:c name:c directory:c filename:c ip:pFRT cip:p sip:p lip:p rip:p port:oFRT cport:o sport:o
lport:o rport:o l4proto:c sockfamily:c is_server:b uid:c containername:c containerdirectory:c proto:oFRT cproto:c
sproto:c lproto:c rproto:c net:nFRT cnet:nFRT snet:nFRT lnet:nFRT rnet:nFRT connected:b name_changed:b cip.name:cRT
sip.name:cRT lip.name:cRT rip.name:cRT dev:j dev.major:j dev.minor:j ino:i nameraw:c types:cLRO is_upper_layer:b
is_lower_layer:b
fs. path.name:c path.nameraw:c path.source:c path.sourceraw:c path.target:c path.targetraw:c
util. cnt:uH
fdlist. nums:c names:c cips:c sips:c cports:c sports:c
container. id:cG full_id:cG name:cG image:cG image.id:cG type:cG privileged:bG mounts:cG mount:cGA mount.source:cGA
mount.dest:cGA mount.mode:cGA mount.rdwr:cGA mount.propagation:cGA image.repository:cG image.tag:cG image.digest:cG
healthcheck:cG liveness_probe:cG readiness_probe:cG start_ts:aG duration:rG ip:cG cni.json:cG host_pid:bG
host_network:bG host_ipc:bG label:cGA labels:cG
k8s. pod.name:cG ns.name:cG pod.id:cG pod.uid:cG pod.sandbox_id:cG pod.full_sandbox_id:cG pod.label:cGA pod.labels:cG
pod.ip:cG pod.cni.json:cG rc.name:cG rc.id:cG rc.label:cGA rc.labels:cG svc.name:cG svc.id:cG svc.label:cGA
svc.labels:cG ns.id:cG ns.label:cGA ns.labels:cG rs.name:cG rs.id:cG rs.label:cGA rs.labels:cG deployment.name:cG
deployment.id:cG deployment.label:cGA deployment.labels:cG
`
