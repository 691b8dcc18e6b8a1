import type { IFileSystem } from 'just-bash'
import { bytesFromText, textFromBytes } from '../../cluster/bytes.ts'
import { baseName, join, normalise } from '../../cluster/file-tree.ts'
import type { CommandContext } from '../commands/command.ts'
import { type Errno, type Refused, refused, sentence } from '../files/errno.ts'
import type { Stat } from '../files/files.ts'

/** just-bash looks for its programs as files; the one that runs is there, whatever the host has. */
const found = { isFile: true, isDirectory: false, isSymbolicLink: false, mode: 0o755, size: 4, mtime: new Date(0) }

/** The world's files in the shape that just-bash's programs ask for; refusals are thrown, as Node does. */
export function foreignFiles({ files, umask, cwd }: CommandContext, program: string): IFileSystem {
  const at = (path: string) => normalise(path, cwd)
  const settle = (errno: Errno | undefined, path: string, act: string): void => {
    if (errno) throw refusal(errno, path, act)
  }
  const got = <T>(answer: T | Refused, path: string, act: string): T => {
    if (refused(answer)) throw refusal(answer.errno, path, act)
    return answer
  }
  const text = (path: string) => got(files.read(at(path)), path, 'open')
  const stat = (found: Stat) => ({
    isFile: found.kind === 'file' || found.kind === 'device',
    isDirectory: found.kind === 'directory',
    isSymbolicLink: found.kind === 'link',
    mode: found.mode,
    size: found.size,
    mtime: new Date(found.mtime),
  })
  const store = (path: string, content: string | Uint8Array, how: unknown, put: typeof files.write) => {
    const bytes = typeof content !== 'string' || how === 'binary' || isBinary(how)
    const value =
      typeof content !== 'string' ? textFromBytes(content) : bytes ? textFromBytes(fromLatin1(content)) : content
    settle(put(at(path), value, 0o666 & ~umask), path, 'open')
  }
  const removeAll = (path: string): void => {
    const found = files.lstat(path)
    if (refused(found)) throw refusal(found.errno, path, 'rm')
    if (found.kind !== 'directory') {
      settle(files.unlink(path), path, 'unlink')
      return
    }
    for (const name of got(files.list(path), path, 'scandir')) removeAll(join(path, name))
    settle(files.removeDirectory(path), path, 'rmdir')
  }
  return {
    readFile: async path => text(path),
    readFileBuffer: async path => bytesFromText(text(path)),
    writeFile: async (path, content, how) => store(path, content, how, files.write),
    appendFile: async (path, content, how) => store(path, content, how, files.append),
    exists: async path => path === program || !refused(files.stat(at(path))),
    stat: async path => (path === program ? found : stat(got(files.stat(at(path)), path, 'stat'))),
    lstat: async path => stat(got(files.lstat(at(path)), path, 'lstat')),
    mkdir: async (path, options) => {
      const target = at(path)
      if (!options?.recursive) return settle(files.makeDirectory(target, 0o777 & ~umask), path, 'mkdir')
      let so = ''
      for (const part of target.split('/').filter(Boolean)) {
        so += `/${part}`
        if (refused(files.stat(so))) settle(files.makeDirectory(so, 0o777 & ~umask), path, 'mkdir')
      }
    },
    readdir: async path => [...got(files.list(at(path)), path, 'scandir')],
    rm: async (path, options) => {
      const target = at(path)
      if (options?.force && refused(files.lstat(target))) return
      if (options?.recursive) removeAll(target)
      else settle(files.unlink(target), path, 'unlink')
    },
    cp: async (from, to) => store(to, text(from), undefined, files.write),
    mv: async (from, to) => settle(files.rename(at(from), at(to)), from, 'rename'),
    resolvePath: (base, path) => normalise(path, base),
    getAllPaths: () => [],
    chmod: async (path, mode) => settle(files.chmod(at(path), mode), path, 'chmod'),
    symlink: async (target, path) => settle(files.symlink(target, at(path)), path, 'symlink'),
    link: async (from, to) => store(to, text(from), undefined, files.write),
    readlink: async path => {
      const found = got(files.lstat(at(path)), path, 'readlink')
      if (found.target === undefined) throw refusal('EINVAL', path, 'readlink')
      return found.target
    },
    realpath: async path => got(files.real(at(path)), path, 'realpath'),
    utimes: async (path, _, mtime) => settle(files.touch(at(path), mtime.getTime()), path, 'utime'),
  }
}

function isBinary(how: unknown): boolean {
  return (
    typeof how === 'object' &&
    how !== null &&
    'encoding' in how &&
    (how.encoding === 'binary' || how.encoding === 'latin1')
  )
}

function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) & 0xff
  return bytes
}

function refusal(errno: Errno, path: string, act: string): Error {
  const words = sentence(errno)
  return new Error(`${errno}: ${words.charAt(0).toLowerCase()}${words.slice(1)}, ${act} '${path || baseName(path)}'`)
}
