import type { Builtin } from './builtin.ts'
import { declareBuiltin, exportBuiltin, localBuiltin, readonlyBuiltin, unsetBuiltin } from './declare.ts'
import { cd, dirs, popd, pushd, pwd } from './directories.ts'
import { echo } from './echo.ts'
import {
  breakLoop,
  continueLoop,
  evalBuiltin,
  exec,
  exit,
  letBuiltin,
  logout,
  returnBuiltin,
  shift,
  source,
} from './flow.ts'
import { getopts } from './getopts.ts'
import { history } from './history.ts'
import { jobs, kill, noJobs, times, trap, wait } from './jobs.ts'
import { alias, builtin, command, hash, type, unalias } from './names.ts'
import { setBuiltin, shopt } from './options.ts'
import { printf } from './printf.ts'
import { mapfile, read } from './read.ts'
import { help, nothing, ulimit, umask } from './small.ts'
import { test } from './test.ts'

export type { Builtin }

/** What the shell does itself, by name. */
export const builtins: Readonly<Record<string, Builtin>> = {
  '.': source,
  ':': () => 0,
  '[': (shell, args) => test(shell, args, true),
  alias,
  bg: noJobs('bg'),
  bind: nothing,
  break: breakLoop,
  builtin,
  caller: () => 1,
  cd,
  command,
  compgen: nothing,
  complete: nothing,
  compopt: nothing,
  continue: continueLoop,
  declare: declareBuiltin,
  dirs,
  disown: nothing,
  echo,
  enable: nothing,
  eval: evalBuiltin,
  exec,
  exit,
  export: exportBuiltin,
  false: () => 1,
  fc: nothing,
  fg: noJobs('fg'),
  getopts,
  hash,
  help,
  history,
  jobs,
  kill,
  let: letBuiltin,
  local: localBuiltin,
  logout,
  mapfile,
  popd,
  printf,
  pushd,
  pwd,
  read,
  readarray: mapfile,
  readonly: readonlyBuiltin,
  return: returnBuiltin,
  set: setBuiltin,
  shift,
  shopt,
  source,
  test: (shell, args) => test(shell, args, false),
  times,
  trap,
  true: () => 0,
  type,
  typeset: declareBuiltin,
  ulimit,
  umask,
  unalias,
  unset: unsetBuiltin,
  wait,
}

/** Builtins that are programs in /usr/bin too, so that `sudo` and `xargs` find them. */
export const programsToo: ReadonlySet<string> = new Set(['[', 'echo', 'false', 'kill', 'printf', 'pwd', 'test', 'true'])
