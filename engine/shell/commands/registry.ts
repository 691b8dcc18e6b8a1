import { tool, toolNames } from '../toolbox/toolbox.ts'
import { awk } from './awk/awk.ts'
import { base64 } from './base64/base64.ts'
import { basename, dirname } from './basename/basename.ts'
import { bash } from './bash/bash.ts'
import { cat } from './cat/cat.ts'
import { chmod } from './chmod/chmod.ts'
import { chgrp, chown } from './chown/chown.ts'
import { clear } from './clear/clear.ts'
import { cmp } from './cmp/cmp.ts'
import type { Command } from './command.ts'
import { cp } from './cp/cp.ts'
import { cut } from './cut/cut.ts'
import { date } from './date/date.ts'
import { diff } from './diff/diff.ts'
import { du } from './du/du.ts'
import { env, nohup, plainly, printenv } from './env/env.ts'
import { eventGenerator } from './event-generator/event-generator.ts'
import { falco } from './falco/falco.ts'
import { find } from './find/find.ts'
import { getent } from './getent/getent.ts'
import { egrep, fgrep, grep } from './grep/grep.ts'
import { head } from './head/head.ts'
import { hexdump, od, xxd } from './hexdump/hexdump.ts'
import { hostname } from './hostname/hostname.ts'
import { groups, id, logname, whoami } from './id/id.ts'
import { journalctl } from './journalctl/journalctl.ts'
import { ln } from './ln/ln.ts'
import { ls } from './ls/ls.ts'
import { mkdir } from './mkdir/mkdir.ts'
import { mktemp } from './mktemp/mktemp.ts'
import { mv } from './mv/mv.ts'
import { notSimulated, notSimulatedNames } from './not-simulated.ts'
import { readlink, realpath } from './readlink/readlink.ts'
import { rm } from './rm/rm.ts'
import { rmdir } from './rmdir/rmdir.ts'
import { scp } from './scp/scp.ts'
import { sed } from './sed/sed.ts'
import { seq } from './seq/seq.ts'
import { service } from './service/service.ts'
import { sha224sum, sha256sum, sha384sum, sha512sum } from './sha512sum/sha512sum.ts'
import { shuf } from './shuf/shuf.ts'
import { sleep } from './sleep/sleep.ts'
import { sort } from './sort/sort.ts'
import { ssh } from './ssh/ssh.ts'
import { stat } from './stat/stat.ts'
import { su } from './su/su.ts'
import { sudo } from './sudo/sudo.ts'
import { systemctl } from './systemctl/systemctl.ts'
import { tail } from './tail/tail.ts'
import { tee } from './tee/tee.ts'
import { timeout } from './timeout/timeout.ts'
import { touch } from './touch/touch.ts'
import { tr } from './tr/tr.ts'
import { tree } from './tree/tree.ts'
import { truncate } from './truncate/truncate.ts'
import { arch, nproc, sync, tty, uptime } from './tty/tty.ts'
import { uname } from './uname/uname.ts'
import { uniq } from './uniq/uniq.ts'
import { unlink } from './unlink/unlink.ts'
import { vim } from './vim/vim.ts'
import { watch } from './watch/watch.ts'
import { wc } from './wc/wc.ts'
import { which } from './which/which.ts'
import { xargs } from './xargs/xargs.ts'
import { yes } from './yes/yes.ts'

const own: Readonly<Record<string, Command>> = {
  arch,
  awk,
  base64,
  basename,
  bash,
  cat,
  chgrp,
  chmod,
  chown,
  clear,
  cmp,
  cp,
  cut,
  dash: bash,
  date,
  diff,
  dirname,
  du,
  edit: vim,
  egrep,
  env,
  'event-generator': eventGenerator,
  falco,
  fgrep,
  gawk: awk,
  find,
  getent,
  grep,
  groups,
  hd: hexdump,
  head,
  hexdump,
  hostname,
  id,
  journalctl,
  ln,
  logname,
  ls,
  mkdir,
  mktemp,
  mv,
  nano: vim,
  nice: plainly,
  nohup,
  nproc,
  od,
  printenv,
  readlink,
  realpath,
  reset: clear,
  rm,
  rmdir,
  scp,
  sed,
  seq,
  service,
  setsid: plainly,
  sh: bash,
  sha224sum,
  sha256sum,
  sha384sum,
  sha512sum,
  shuf,
  sleep,
  sort,
  ssh,
  stat,
  stdbuf: plainly,
  su,
  sudo,
  sync,
  systemctl,
  tail,
  tee,
  timeout,
  touch,
  tr,
  tree,
  truncate,
  tty,
  uname,
  uniq,
  unlink,
  uptime,
  vi: vim,
  vim,
  watch,
  wc,
  which,
  whoami,
  xargs,
  xxd,
  yes,
}

const table: ReadonlyMap<string, Command> = new Map([
  ...notSimulatedNames.map(name => [name, notSimulated(name)] as const),
  ...toolNames.map(name => [name, tool(name)] as const),
  ...Object.entries(own),
])

/** A program by name; undefined when this world has none of that name. */
export function commandNamed(name: string): Command | undefined {
  return table.get(name)
}

export const commandNames: readonly string[] = [...table.keys()].sort()
