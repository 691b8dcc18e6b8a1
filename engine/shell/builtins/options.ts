import { quotedIfNeeded } from '../interpreter/quote.ts'
import { complain, print, type Shell } from '../interpreter/shell.ts'
import type { Builtin } from './builtin.ts'

const names: Readonly<Record<string, string>> = {
  a: 'allexport',
  B: 'braceexpand',
  E: 'errtrace',
  e: 'errexit',
  T: 'functrace',
  h: 'hashall',
  H: 'histexpand',
  k: 'keyword',
  m: 'monitor',
  C: 'noclobber',
  n: 'noexec',
  f: 'noglob',
  b: 'notify',
  u: 'nounset',
  t: 'onecmd',
  P: 'physical',
  p: 'privileged',
  v: 'verbose',
  x: 'xtrace',
}

const long = [
  ...Object.values(names),
  ...['emacs', 'history', 'ignoreeof', 'interactive-comments', 'nolog', 'pipefail', 'posix', 'vi'],
].sort()

function turn(shell: Shell, name: string, on: boolean): void {
  if (on) shell.options.add(name)
  else shell.options.delete(name)
}

export const setBuiltin: Builtin = async (shell, args) => {
  if (args.length === 0) {
    const lines = shell.vars.names().flatMap(name => {
      const value = shell.vars.get(name)?.value
      return value === undefined ? [] : [`${name}=${quotedIfNeeded(value)}\n`]
    })
    await print(shell, lines.join(''))
    return 0
  }
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '--') {
      shell.positional = args.slice(index + 1)
      return 0
    }
    if (arg === '-') {
      turn(shell, 'xtrace', false)
      turn(shell, 'verbose', false)
      shell.positional = args.slice(index + 1)
      return 0
    }
    if (!/^[-+]./.test(arg)) {
      shell.positional = args.slice(index)
      return 0
    }
    const on = arg.startsWith('-')
    for (const letter of arg.slice(1)) {
      if (letter === 'o') {
        const name = args[index + 1]
        if (name === undefined) {
          await list(shell, on)
          return 0
        }
        index++
        if (!long.includes(name)) {
          await complain(shell, `set: ${name}: invalid option name`)
          return 2
        }
        turn(shell, name, on)
        continue
      }
      const name = names[letter]
      if (name === undefined) {
        await complain(shell, `set: ${arg.slice(0, 1)}${letter}: invalid option`)
        await shell.fds
          .get(2)
          ?.sink?.write('set: usage: set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]\n')
        return 2
      }
      turn(shell, name, on)
    }
  }
  return 0
}

async function list(shell: Shell, readable: boolean): Promise<void> {
  const line = (name: string) => {
    const on = shell.options.has(name)
    return readable ? `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n` : `set ${on ? '-' : '+'}o ${name}\n`
  }
  await print(shell, long.map(line).join(''))
}

const shopts =
  'autocd assoc_expand_once cdable_vars cdspell checkhash checkjobs checkwinsize cmdhist compat31 compat32 compat40 compat41 compat42 compat43 compat44 complete_fullquote direxpand dirspell dotglob execfail expand_aliases extdebug extglob extquote failglob force_fignore globasciiranges globskipdots globstar gnu_errfmt histappend histreedit histverify hostcomplete huponexit inherit_errexit interactive_comments lastpipe lithist localvar_inherit localvar_unset login_shell mailwarn no_empty_cmd_completion nocaseglob nocasematch noexpand_translation nullglob patsub_replacement progcomp progcomp_alias promptvars restricted_shell shift_verbose sourcepath varredir_close xpg_echo'.split(
    ' ',
  )

export const shopt: Builtin = async (shell, args) => {
  const flags = new Set(args.filter(arg => /^-[supqo]+$/.test(arg)).flatMap(arg => [...arg.slice(1)]))
  const wanted = args.filter(arg => !arg.startsWith('-'))
  const set = flags.has('o') ? shell.options : shell.shopt
  const known = flags.has('o') ? long : shopts
  let code = 0
  for (const name of wanted) {
    if (!known.includes(name)) {
      await complain(shell, `shopt: ${name}: invalid ${flags.has('o') ? 'option' : 'shell option'} name`)
      code = 1
    } else if (flags.has('s')) set.add(name)
    else if (flags.has('u')) set.delete(name)
    else {
      if (!set.has(name)) code = 1
      if (!flags.has('q')) await show(shell, name, set.has(name), flags.has('p'))
    }
  }
  if (wanted.length === 0)
    for (const name of known)
      if ((!flags.has('s') || set.has(name)) && (!flags.has('u') || !set.has(name)))
        await show(shell, name, set.has(name), flags.has('p'))
  return code
}

async function show(shell: Shell, name: string, on: boolean, again: boolean): Promise<void> {
  await print(shell, again ? `shopt -${on ? 's' : 'u'} ${name}\n` : `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`)
}
