import { meaningOf } from '../../validation/falco/field-meanings.ts'
import { allFields, type FieldSpec, typeNames } from '../../validation/falco/fields.ts'
import { jsonOf } from './json-text.ts'

/** The groups that `falco --list` shows: how a group's names begin, its name and what it is for. */
const classes = [
  ['evt.', 'evt (All event types)', 'Fields that every event may have.'],
  ['syscall.', 'evt (for system calls)', 'Fields of system calls.'],
  ['proc.', 'process', 'Fields of the process that an event comes from.'],
  ['thread.', 'process', 'Fields of the thread that an event comes from.'],
  ['user.', 'user', 'Fields of the user that the process runs as.'],
  ['group.', 'group', 'Fields of the group that the process runs as.'],
  ['fd.', 'fd', 'Fields of the file or connection that an event is about.'],
  ['fs.', 'fs.path', 'Fields of the paths that an event names.'],
  ['fdlist.', 'fdlist', 'Fields of poll events.'],
  ['container.', 'container (plugin)', 'Fields of the container that the process runs in.'],
  ['k8s.', 'k8s (plugin)', 'Fields of the Pod that the container belongs to.'],
] as const

const shown = [...new Set(classes.map(([, name]) => name))]

export type ListFormat = 'text' | 'markdown' | 'json'

/** The names of all listed fields, in Falco's order. */
export function fieldNames(): readonly string[] {
  return listed().map(({ name }) => name)
}

/** What `falco --list` prints. */
export function fieldList(format: ListFormat): string {
  const groups = shown.map(title => {
    const own = classes.filter(([, name]) => name === title)
    const fields = listed().filter(({ name }) => own.some(([begin]) => name.startsWith(begin)))
    return { title, says: own[0]?.[2] ?? '', fields }
  })
  if (format === 'json') return `${jsonOf({ fieldclasses: groups.map(asJson) })}\n`
  return groups.map(group => (format === 'markdown' ? asMarkdown(group) : asText(group))).join('')
}

interface Group {
  readonly title: string
  readonly says: string
  readonly fields: readonly FieldSpec[]
}

function listed(): readonly FieldSpec[] {
  return [...allFields().values()].filter(
    ({ name, hidden, deprecated }) => !hidden && !deprecated && name !== 'evt.outputtime',
  )
}

const column = 30
const width = 90

function asText({ title, says, fields }: Group): string {
  const head = [
    ['Description:', says],
    ['Event Sources:', 'syscall'],
  ] as const
  return [
    `-------------------------------\n`,
    `${'Field Class:'.padEnd(column)}${title}\n`,
    ...head.map(([name, text]) => `${name.padEnd(column)}${indented(text)}`),
    '\n',
    ...fields.map(field => {
      const name = field.name.padEnd(column)
      return `${name}${field.name.length >= column ? `\n${' '.repeat(column)}` : ''}${indented(`${marksOf(field)}${meaningOf(field.name) ?? ''}`)}`
    }),
    '\n',
  ].join('')
}

/** A text in lines that stand below one another, each with the blank that Falco leaves at its end. */
function indented(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line)
      line = ''
    }
    line += `${word} `
  }
  return `${[...lines, line].join(`\n${' '.repeat(column)}`)}\n`
}

/** `(ARG_REQUIRED) `: what the field needs, or what cannot be done with it. */
function marksOf({ argument, onlyInConditions, notOnTheRight, noTransformer }: FieldSpec): string {
  const marks = [
    ...(argument === 'required' ? ['ARG_REQUIRED'] : argument === 'optional' ? ['ARG_ALLOWED'] : []),
    ...(onlyInConditions ? ['FILTER ONLY'] : []),
    ...(notOnTheRight ? ['EPF_NO_RHS'] : []),
    ...(noTransformer ? ['EPF_NO_TRANSFORMER'] : []),
  ]
  return marks.length > 0 ? `(${marks.join(',')}) ` : ''
}

function asMarkdown({ title, says, fields }: Group): string {
  const rows = fields.map(({ name, type }) => `\`${name}\` | ${typeNames[type]} | ${meaningOf(name) ?? ''}\n`)
  return `## Field Class: ${title}\n\n${says}\n\nEvent Sources: syscall\n\nName | Type | Description\n:----|:-----|:-----------\n${rows.join('')}\n`
}

function asJson({ title, says, fields }: Group): object {
  return {
    class: title,
    description: says,
    event_sources: ['syscall'],
    fields: fields.map(({ name, type, isList }) => ({
      name,
      description: meaningOf(name) ?? '',
      type: typeNames[type],
      is_list: isList,
    })),
  }
}
