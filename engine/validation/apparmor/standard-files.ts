/**
 * What includes of a profile find on a node: the part of AppArmor's own files that profiles for containers stand on, with the
 * same effect and in fewer words. A host of a world has files of its own, which are handed to the reader in their place.
 */
const tunables: Readonly<Record<string, string>> = {
  global: `include <tunables/home>
include <tunables/multiarch>
include <tunables/proc>
include <tunables/kernelvars>
include <tunables/etc>
include <tunables/run>
include if exists <tunables/global.d>
`,
  home: '@{HOMEDIRS}=/home/\n@{HOME}=@{HOMEDIRS}/*/ /root/\n',
  multiarch: '@{multiarch}=*-linux-gnu*\n',
  proc: '@{PROC}=/proc/\n',
  kernelvars: `@{pid}=[1-9]{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]} [1-4][0-9][0-9][0-9][0-9][0-9][0-9]
@{tid}=@{pid}
@{pids}=@{pid}
@{uid}=[0-9]{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}
@{uids}=@{uid}
@{sys}=/sys/
`,
  etc: '@{etc_ro}=/etc/ /usr/etc/\n@{etc_rw}=/etc/\n',
  run: '@{run}=/run/ /var/run/\n',
  sys: '',
}

const base = `include <abstractions/crypto>
/dev/{null,zero,full} rw,
/dev/{,u}random r,
/dev/log w,
@{run}/systemd/journal/{dev-log,socket} w,
@{run}/systemd/journal/stdout rw,
@{run}/uuidd/request r,
@{etc_ro}/{localtime,locale.alias,locale/**,bindresvport.blacklist} r,
@{etc_ro}/{ld.so.conf,ld.so.conf.d/{,*.conf},ld.so.preload,ld-musl-*.path} r,
@{etc_ro}/ld.so.cache mr,
/usr/share/{locale/{,**},**/locale/**,locale-{bundle,langpack}/**,zoneinfo{,-icu}/{,**},common-licenses/**} r,
/{usr/,}lib{,32,64}/** r,
/{usr/,}lib{,32,64}/{**.so*,ld{,32,64}-*.so} mr,
/usr/lib{,32,64}/locale/** mr,
/usr/lib{,32,64,/@{multiarch}}/gconv/{*.so,gconv-modules*} mr,
/opt/*-linux-uclibc/lib/ld-uClibc*so* mr,
@{PROC}/{meminfo,stat,cpuinfo,filesystems} r,
@{PROC}/@{pid}/{maps,auxv,status} r,
@{PROC}/sys/kernel/{version,ngroups_max,cap_last_cap} r,
@{PROC}/sys/vm/overcommit_memory r,
@{sys}/devices/system/cpu/{,online,possible} r,
@{sys}/kernel/mm/transparent_hugepage/hpage_pmd_size r,
ptrace (readby, tracedby),
ptrace read peer=@{profile_name},
signal receive peer=unconfined,
signal peer=@{profile_name},
signal set=exists,
unix peer=(label=@{profile_name}),
unix receive peer=(label=unconfined),
unix (create, getattr, getopt, setopt, shutdown),
owner @{HOME}/.Private/ r,
owner @{HOME}/.Private/** mrixwlk,
owner @{HOMEDIRS}/.ecryptfs/*/.Private/ r,
owner @{HOMEDIRS}/.ecryptfs/*/.Private/** mrixwlk,
include if exists <abstractions/base.d>
`

const abstractions: Readonly<Record<string, string>> = {
  base,
  crypto: `include <abstractions/openssl>
@{etc_ro}/gcrypt/{hwf.deny,random.conf} r,
@{etc_ro}/gnutls/{config,pkcs11.conf} r,
@{PROC}/sys/crypto/* r,
/{etc,usr/share}/crypto-policies/*/*.txt r,
`,
  openssl: `/etc/ssl/{openssl.cnf,openssl-*.cnf} r,
/etc/ssl/{engdef*,engines*}.d/{,*.cnf} r,
/usr/share/ssl/openssl.cnf r,
`,
  consoles: '/dev/{console,tty,pts/[0-9]*} rw,\n/dev/pts/ r,\n',
  ssl_certs: `/etc/ca-certificates/{,**} r,
/etc/{,libre}ssl/{,cert.pem,certs/{,**}} r,
/usr/{share,local/share}/ca-certificates/{,**} r,
/{etc,usr/share}/pki/{trust,bl[ao]cklist}/{,**} r,
/var/lib/ca-certificates/{,**} r,
`,
  nameservice: `@{etc_ro}/{passwd,group,nsswitch.conf,hosts,host.conf,resolv.conf,gai.conf,services,protocols,networks} r,
@{etc_ro}/{default/nss,ethers,netgroup,rpc,netconfig} r,
@{run}/{resolvconf,systemd/resolve,NetworkManager}/{resolv.conf,stub-resolv.conf} r,
@{run}/{.nscd_socket,nscd/socket,avahi-daemon/socket} rw,
/{usr/,}lib{,32,64}{,/@{multiarch}}/libnss_*.so* mr,
@{PROC}/@{pid}/net/{psched,route,ipv6_route} r,
network inet stream,
network inet6 stream,
network inet dgram,
network inet6 dgram,
network netlink raw,
`,
  'user-tmp': `owner /{,var/}tmp/ rw,
owner /{,var/}tmp/** rwkl,
`,
}

/** Files that real nodes have, too, whose text is not held here: a profile that includes one can be read, not decided about. */
const unheldNames = (
  'apache2-common apparmor_api/change_profile apparmor_api/examine apparmor_api/find_mountpoint apparmor_api/introspect ' +
  'apparmor_api/is_enabled aspell audio authentication bash cups-client dbus dbus-session dbus-session-strict dbus-strict ' +
  'dconf enchant exo-open fcitx fcitx-strict fonts freedesktop.org gio-open gnome gnupg groff gtk gvfs-open hosts_access ' +
  'ibus kde kerberosclient launchpad-integration ldapclient libpam-systemd likewise mdns mesa mir mozc mysql ' +
  'nameservice-strict nis nss-systemd nvidia opencl openssl-strict orbit2 p11-kit perl php php-worker php5 private-files ' +
  'private-files-strict pulse python qt5 qt6 recent-documents-write ruby samba samba-rpcd smbpass snap_browsers ' +
  'ssl_keys svn-repositories trash ubuntu-browsers user-download user-mail user-manpages user-write video vulkan wayland ' +
  'web-data winbind wutmp X xad xdg-desktop xdg-open'
).split(' ')

const at = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]): readonly [string, string] => [`/etc/apparmor.d/${folder}/${name}`, text])

/** Those of them that deny something, or may. The others only allow. */
const denying = (
  'exo-open gnome kde launchpad-integration opencl openssl-strict private-files private-files-strict pulse samba ' +
  'samba-rpcd snap_browsers X xdg-open'
).split(' ')

/** Files of which only the name is known. */
export const unheldFiles: ReadonlySet<string> = new Set(unheldNames.map(name => `/etc/apparmor.d/abstractions/${name}`))

export const denyingFiles: ReadonlySet<string> = new Set(denying.map(name => `/etc/apparmor.d/abstractions/${name}`))

export const standardFiles: ReadonlyMap<string, string> = new Map([
  ...[...unheldFiles].map((path): readonly [string, string] => [path, '']),
  ...at('tunables', tunables),
  ...at('abstractions', abstractions),
])
