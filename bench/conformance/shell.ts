import { type Comparison, fields } from './comparison.ts'

const shellCase: Comparison = {
  decided: fields('exit'),
  worded: fields('stdout', 'stderr'),
  leftOut: ({ stderr }, { lacking }) => {
    const unknown = (name: unknown) => String(stderr).includes(`${String(name)}: command not found`)
    const tools = Array.isArray(lacking) ? lacking.filter(name => !unknown(name)) : []
    return tools.length > 0 ? `the hosts have no ${String(tools[0])}` : undefined
  },
}

export const shell: Readonly<Record<string, Comparison>> = {
  'shell/cases': shellCase,
  'shell/cases-interactive': shellCase,
}
