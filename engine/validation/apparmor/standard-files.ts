import { standardAbstractions } from './standard-abstractions.ts'

/**
 * What includes of a profile find on a node: the part of AppArmor's own files that profiles for containers stand on, with the
 * same effect and in fewer words. A host of a world has files of its own, which are handed to the reader in their place.
 */
const tunables: Readonly<Record<string, string>> = {
  global: `include <tunables/home>
include <tunables/multiarch>
include <tunables/proc>
include <tunables/kernelvars>
include <tunables/system>
include <tunables/xdg-user-dirs>
include <tunables/share>
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
@{uid}=[0-9] [1-9][0-9]{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]}{,[0-9]} [1-4][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]
@{uids}=@{uid}
@{sys}=/sys/
`,
  etc: '@{etc_ro}=/etc/ /usr/etc/\n@{etc_rw}=/etc/\n',
  run: '@{run}=/run/ /var/run/\n',
  sys: '',
  system: systemVariables(),
  share: `@{flatpak_exports_root}=flatpak/exports flatpak/{app,runtime}/*/*/*/*/export
@{system_share_dirs}=/{usr,usr/local,var/lib/@{flatpak_exports_root}}/share
@{user_share_dirs}=@{HOME}/.local{,/share/@{flatpak_exports_root}}/share
`,
  'xdg-user-dirs': `@{XDG_DESKTOP_DIR}=Desktop
@{XDG_DOWNLOAD_DIR}=Downloads
@{XDG_TEMPLATES_DIR}=Templates
@{XDG_PUBLICSHARE_DIR}=Public
@{XDG_DOCUMENTS_DIR}=Documents
@{XDG_MUSIC_DIR}=Music
@{XDG_PICTURES_DIR}=Pictures
@{XDG_VIDEOS_DIR}=Videos
`,
  securityfs: '@{securityfs}=@{sys}/kernel/security/\n',
  apparmorfs: 'include <tunables/securityfs>\n@{apparmorfs}=@{securityfs}/apparmor/\n',
}

/** Letters of one kind, and so many of them: `@{h}` is one digit, `@{hex}` up to 64, `@{hex8}` eight. */
function systemVariables(): string {
  const kinds = [
    ...[['int', 'd', '[0-9]', 10] as const, ['hex', 'h', '[0-9a-fA-F]', 64] as const],
    ...[['rand', 'c', '[0-9a-zA-Z]', 64] as const, ['word', 'w', '[a-zA-Z0-9_]', 64] as const],
  ]
  const lines = kinds.flatMap(([name, one, letters, most]) => [
    `@{${one}}=${letters}`,
    `@{${name}}=${letters}${`{,${letters}}`.repeat(most - 1)}`,
    ...[2, 4, 6, 8, 9, 10, 12, 15, 16, 32, 64].map(length => `@{${name}${length}}=${letters.repeat(length)}`),
  ])
  return [...lines, '@{l}=[a-zA-Z]', '@{u8}=[0-9]{,[0-9]} 1[0-9][0-9] 2[0-4][0-9] 25[0-5]', ''].join('\n')
}

/** Files that real nodes have, too, whose text is not held here: a profile that includes one can be read, not decided about. */
const unheldNames = (
  'apache2-common apparmor_api/change_profile apparmor_api/examine apparmor_api/find_mountpoint apparmor_api/introspect ' +
  'apparmor_api/is_enabled aspell audio authentication bash cups-client dbus dbus-session dbus-session-strict dbus-strict ' +
  'dconf enchant exo-open fcitx fcitx-strict fonts freedesktop.org gio-open gnome gnupg groff gtk gvfs-open hosts_access ' +
  'ibus kde launchpad-integration libpam-systemd mesa mir mozc mysql ' +
  'nvidia opencl openssl-strict orbit2 p11-kit perl php php-worker php5 private-files ' +
  'private-files-strict pulse python qt5 qt6 recent-documents-write ruby samba samba-rpcd smbpass snap_browsers ' +
  'ssl_keys svn-repositories trash ubuntu-browsers user-download user-mail user-manpages user-write video vulkan wayland ' +
  'web-data wutmp X xad xdg-desktop xdg-open'
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
  ...at('abstractions', standardAbstractions),
])
