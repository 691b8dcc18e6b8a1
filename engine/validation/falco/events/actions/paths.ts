import type { Given } from '../given.ts'
import { currentFolder, descriptorDetails, ending, known, type Made, pathOf } from './made.ts'
import { permissionNames, permissionsOf } from './permissions.ts'

const descriptorNames = descriptorDetails.filter(name => /container|uid/.test(name))

/** A call that does something to one path, which stands in the parameter `argument`. */
function onPath(key: string, type: string, argument: string, words: string, asked: Given): Made | undefined {
  const path = pathOf(key, asked)
  if (path === undefined) return undefined
  const end = ending(asked, '0')
  return {
    type,
    title: end.error === undefined ? `${path} ${words}` : `${path} ${words} in vain`,
    fields: [
      ...end.fields,
      ['evt.category', 'file'],
      ...(type.endsWith('at') ? currentFolder : []),
      [`evt.arg.${argument}`, path],
      ['evt.abspath', path],
      ['fs.path.name', end.error === undefined ? path : null],
      ['fs.path.nameraw', end.error === undefined ? path : null],
    ],
    unknown: type.endsWith('at') ? descriptorNames : [],
  }
}

export function removed(asked: Given): Made | undefined {
  const made = onPath('remove', 'unlinkat', 'name', 'is removed', asked)
  return made && { ...made, fields: [...made.fields, ['evt.arg.flags', '0'], ['evt.rawarg.flags', '0']] }
}

export function directoryMade(asked: Given): Made | undefined {
  return onPath('mkdir', 'mkdirat', 'path', 'is made', asked)
}

export function modeChanged(asked: Given): Made | undefined {
  const permissions = permissionsOf(asked)
  const words = permissions === undefined ? 'gets another mode' : `gets the mode ${permissions.toString(8)}`
  const made = onPath('chmod', 'fchmodat', 'filename', words, asked)
  if (!made || permissions === undefined) return made
  return { ...made, fields: [...made.fields, ['evt.arg.mode', permissionNames(permissions)]] }
}

export function ownerChanged(asked: Given): Made | undefined {
  const owner = asked.number('owner')
  const made = onPath('chown', 'fchownat', 'pathname', 'gets another owner', asked)
  const fields = known([
    ['evt.arg.uid', owner === 0 ? 'root' : undefined],
    ['evt.rawarg.uid', owner === undefined ? undefined : String(owner)],
  ])
  return made && { ...made, fields: [...made.fields, ...fields] }
}

export function renamed(asked: Given): Made | undefined {
  const [from, to] = [pathOf('rename', asked), pathOf('to', asked)]
  if (from === undefined || to === undefined) return undefined
  const end = ending(asked, '0')
  return {
    type: 'renameat2',
    title: `${from} is renamed to ${to}`,
    fields: [
      ...end.fields,
      ['evt.category', 'file'],
      ['evt.arg.oldpath', from],
      ['evt.arg.newpath', to],
      ['evt.arg.flags', '0'],
      ['evt.rawarg.flags', '0'],
      ['evt.abspath.src', from],
      ['evt.abspath.dst', to],
      ...fromTo(from, to, end.error === undefined),
    ],
  }
}

/** Of a link Falco takes the new path as the source, and what it leads to as the target. */
export function linked(asked: Given, key: 'symlink' | 'link'): Made | undefined {
  const path = pathOf(key, asked)
  const to = key === 'link' ? pathOf('to', asked) : asked.text('to')
  if (to === undefined && key === 'symlink') asked.report('Add where the link leads. Write it as in "/etc/shadow".')
  if (path === undefined || to === undefined) return undefined
  const end = ending(asked, '0')
  const isSoft = key === 'symlink'
  return {
    type: isSoft ? 'symlinkat' : 'linkat',
    title: `${path} becomes a ${isSoft ? 'symbolic' : 'hard'} link to ${to}`,
    fields: [
      ...end.fields,
      ['evt.category', 'file'],
      ...(isSoft ? currentFolder.filter(([name]) => name.startsWith('fd.')) : []),
      [isSoft ? 'evt.arg.linkpath' : 'evt.arg.newpath', path],
      [isSoft ? 'evt.arg.target' : 'evt.arg.oldpath', to],
      ...(isSoft ? [] : [['evt.arg.flags', '0'] as const, ['evt.rawarg.flags', '0'] as const]),
      ...(isSoft ? [['evt.arg.linkdirfd', 'AT_FDCWD'] as const, ['evt.abspath', path] as const] : []),
      ...fromTo(path, to, end.error === undefined),
    ],
    unknown: isSoft ? descriptorNames : [],
  }
}

export function mounted(asked: Given): Made | undefined {
  const device = asked.text('mount')
  const on = pathOf('on', asked)
  if (device === undefined) asked.report('This must name what is mounted. Write it as in "/dev/sda1".', 'mount')
  if (device === undefined || on === undefined) return undefined
  const end = ending(asked, '0')
  return {
    type: 'mount',
    title: `${device} is mounted on ${on}`,
    fields: [
      ...end.fields,
      ...known([
        ['evt.category', 'file'],
        ['evt.arg.dev', device],
        ['evt.arg.dir', on],
        ['evt.arg.type', asked.text('type')],
      ]),
      ...fromTo(device, on, end.error === undefined),
    ],
  }
}

export function unmounted(asked: Given): Made | undefined {
  return onPath('umount', 'umount2', 'name', 'is unmounted', asked)
}

function fromTo(source: string, target: string, isDone: boolean): Made['fields'] {
  return [
    ['fs.path.source', isDone ? source : null],
    ['fs.path.sourceraw', isDone ? source : null],
    ['fs.path.target', isDone ? target : null],
    ['fs.path.targetraw', isDone ? target : null],
  ]
}
