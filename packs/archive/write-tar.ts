const BLOCK = 512

/** A tar of files: mode 0644, owner 0, time 0. A name that is long or not ASCII gets a pax record (POSIX.1-2001). */
export function tarOf(contents: readonly (readonly [path: string, bytes: Uint8Array])[]): Uint8Array {
  const blocks = contents.flatMap(([path, bytes]) => {
    const name = Buffer.from(path)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is ASCII
    const plain = name.length <= 100 && /^[\x00-\x7f]*$/.test(path)
    const record = plain ? [] : entry('PaxHeader', 'x', paxRecord(path))
    return [...record, ...entry(plain ? path : 'long-name', '0', bytes)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)])
}

function entry(name: string, type: string, bytes: Uint8Array): readonly Uint8Array[] {
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, digits: number) => header.write(value.toString(8).padStart(digits, '0'), at)
  header.write(name, 0)
  octal(0o644, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(bytes.length, 124, 11)
  octal(0, 136, 11)
  header.fill(' ', 148, 156)
  header.write(type, 156)
  header.write('ustar\x0000', 257, 'latin1')
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    6,
  )
  header.writeUInt8(0, 154)
  return [header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]
}

/** `<length> path=<path>\n`, where the length counts its own digits too. */
function paxRecord(path: string): Uint8Array {
  const rest = Buffer.byteLength(` path=${path}\n`)
  let length = rest + 1
  while (`${length}`.length + rest !== length) length = `${length}`.length + rest
  return Buffer.from(`${length} path=${path}\n`)
}
