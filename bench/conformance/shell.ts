import { type Comparison, fields } from './comparison.ts'

const shellCase: Comparison = {
  decided: fields('exit'),
  worded: fields('stdout', 'stderr'),
  leftOut: ({ stdout, stderr }, { lacking }) => {
    // Where bash did not find it either, the case is about that.
    const said = `${String(stdout)}${String(stderr)}`
    const isMissed = (name: unknown) =>
      [': command not found', ': not found', ': No such file', '’: No such file'].some(it =>
        said.includes(`${name}${it}`),
      )
    const tools = Array.isArray(lacking) ? lacking.filter(name => !isMissed(name)) : []
    return tools.length > 0 ? `the hosts have no ${String(tools[0])}` : undefined
  },
}

export const shell: Readonly<Record<string, Comparison>> = {
  'shell/cases': shellCase,
  'shell/cases-interactive': shellCase,
}
