import { normalise } from '../../cluster/file-tree.ts'
import { refused, sentence } from '../files/errno.ts'
import { absolute, complain, print, type Shell } from '../interpreter/shell.ts'
import { assign, lookUp } from '../interpreter/values.ts'
import type { Builtin } from './builtin.ts'

async function go(shell: Shell, name: string, target: string, physical: boolean): Promise<number> {
  const wanted = normalise(target, shell.cwd)
  const stat = shell.files.stat(physical ? absolute(shell, target) : wanted)
  const why = refused(stat)
    ? stat.errno
    : stat.kind !== 'directory'
      ? 'ENOTDIR'
      : shell.files.may(wanted, 'x')
        ? undefined
        : 'EACCES'
  if (why) {
    await complain(shell, `${name}: ${target}: ${sentence(why)}`)
    return 1
  }
  assign(shell, 'OLDPWD', shell.cwd)
  shell.cwd = physical && !refused(stat) ? stat.path : wanted
  assign(shell, 'PWD', shell.cwd)
  return 0
}

export const cd: Builtin = async (shell, args) => {
  const physical = args[0] === '-P' || shell.options.has('physical')
  const rest = args.filter((arg, index) => !(index === 0 && (arg === '-P' || arg === '-L')) && arg !== '--')
  if (rest.length > 1) {
    await complain(shell, 'cd: too many arguments')
    return 1
  }
  const [target] = rest
  if (target === undefined) {
    const home = lookUp(shell, 'HOME')
    if (home) return go(shell, 'cd', home, physical)
    await complain(shell, 'cd: HOME not set')
    return 1
  }
  if (target === '-') {
    const before = lookUp(shell, 'OLDPWD')
    if (before === undefined) {
      await complain(shell, 'cd: OLDPWD not set')
      return 1
    }
    const code = await go(shell, 'cd', before, physical)
    if (code === 0) await print(shell, `${shell.cwd}\n`)
    return code
  }
  if (/^-[^-]/.test(target)) {
    await complain(shell, `cd: ${target.slice(0, 2)}: invalid option`)
    await shell.fds.get(2)?.sink?.write('cd: usage: cd [-L|[-P [-e]] [-@]] [dir]\n')
    return 2
  }
  return target === '' ? 0 : go(shell, 'cd', target, physical)
}

export const pwd: Builtin = async (shell, args) => {
  const real = args.includes('-P') ? shell.files.real(shell.cwd) : shell.cwd
  await print(shell, `${refused(real) ? shell.cwd : real}\n`)
  return 0
}

function short(shell: Shell, path: string): string {
  const home = lookUp(shell, 'HOME') ?? ''
  return home !== '' && (path === home || path.startsWith(`${home}/`)) ? `~${path.slice(home.length)}` : path
}

export const dirs: Builtin = async (shell, args) => {
  if (args.includes('-c')) shell.directories = []
  else {
    const all = [shell.cwd, ...shell.directories].map(path => (args.includes('-l') ? path : short(shell, path)))
    await print(shell, `${all.join(args.includes('-p') || args.includes('-v') ? '\n' : ' ')}\n`)
  }
  return 0
}

export const pushd: Builtin = async (shell, args) => {
  const [target] = args
  const before = shell.cwd
  if (target === '-n') {
    shell.directories = [...args.slice(1), ...shell.directories]
    return 0
  }
  const to = target ?? shell.directories[0]
  if (to === undefined) {
    await complain(shell, 'pushd: no other directory')
    return 1
  }
  const code = await go(shell, 'pushd', to, false)
  if (code !== 0) return code
  shell.directories = [before, ...(target === undefined ? shell.directories.slice(1) : shell.directories)]
  return dirs(shell, [], new Map())
}

export const popd: Builtin = async shell => {
  const [to, ...rest] = shell.directories
  if (to === undefined) {
    await complain(shell, 'popd: directory stack empty')
    return 1
  }
  const code = await go(shell, 'popd', to, false)
  if (code !== 0) return code
  shell.directories = rest
  return dirs(shell, [], new Map())
}
