const rights: Readonly<Record<string, number>> = { r: 4, w: 2, x: 1 }

/**
 * The mode that an octal or symbolic change leads to (`u+x,go-rwx`, `a=rX`, `g=u`); undefined when it is no mode.
 * Without a letter for whom, the umask holds bits back, as in chmod.
 */
export function applyMode(change: string, before: number, directory: boolean, umask: number): number | undefined {
  if (/^[0-7]{1,4}$/.test(change)) {
    const mode = Number.parseInt(change, 8)
    // chmod with an octal mode keeps a directory's set-id bits unless it names them.
    return directory && change.length < 5 && !/^[0-7]{4}$/.test(change)
      ? mode | (before & 0o6000)
      : mode | (directory && change.startsWith('0') ? before & 0o6000 : 0)
  }
  if (/^[0-7]{5}$/.test(change)) return Number.parseInt(change, 8) & 0o7777
  let mode = before
  for (const clause of change.split(',')) {
    const parts = /^([ugoa]*)((?:[-+=](?:[ugo]|[rwxXst]*))+)$/.exec(clause)
    if (!parts) return undefined
    const whom = parts[1] ?? ''
    for (const [, sign = '', letters = ''] of (parts[2] ?? '').matchAll(/([-+=])([ugo]|[rwxXst]*)/g))
      mode = one(mode, whom, sign, letters, directory, umask)
  }
  return mode
}

function one(mode: number, whom: string, sign: string, letters: string, directory: boolean, umask: number): number {
  const everybody = whom === '' || whom.includes('a')
  let bits = 0
  let mask = 0
  for (const [who, shift, setId] of [
    ['u', 6, 0o4000],
    ['g', 3, 0o2000],
    ['o', 0, 0],
  ] as const) {
    if (!everybody && !whom.includes(who)) continue
    mask |= (7 << shift) | (sign === '=' ? setId : 0)
    if (letters === 'u' || letters === 'g' || letters === 'o') {
      bits |= ((mode >> (letters === 'u' ? 6 : letters === 'g' ? 3 : 0)) & 7) << shift
      continue
    }
    for (const letter of letters) {
      if (letter === 'X') bits |= directory || (mode & 0o111) !== 0 ? 1 << shift : 0
      else if (letter === 's') bits |= setId
      else bits |= (rights[letter] ?? 0) << shift
    }
  }
  if (letters.includes('t') && (everybody || whom.includes('o') || whom === '')) bits |= 0o1000
  if (sign === '=' && everybody) mask |= 0o1000
  const held = whom === '' ? bits & ~umask : bits
  if (sign === '+') return mode | held
  if (sign === '-') return mode & ~held
  const kept = directory ? mode & 0o6000 & ~(letters.includes('s') ? mask : 0) : 0
  return (mode & ~(whom === '' ? mask & ~umask : mask)) | held | kept
}

/** `drwxr-xr-x`, as `ls -l` and `stat` print it. */
export function modeText(kind: string, mode: number): string {
  const letter = kind === 'directory' ? 'd' : kind === 'link' ? 'l' : kind === 'device' ? 'c' : '-'
  const three = (shift: number, special: boolean, on: string, off: string) => {
    const bits = (mode >> shift) & 7
    const last = special ? (bits & 1 ? on : off) : bits & 1 ? 'x' : '-'
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`
  }
  return `${letter}${three(6, (mode & 0o4000) !== 0, 's', 'S')}${three(3, (mode & 0o2000) !== 0, 's', 'S')}${three(0, (mode & 0o1000) !== 0, 't', 'T')}`
}
