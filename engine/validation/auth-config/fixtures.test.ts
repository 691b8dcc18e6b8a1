import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { Files } from '../flags/files.ts'
import { decideAuthentication } from './authentication.ts'
import { decideAuthorization } from './authorization.ts'
import type { AuthDecision } from './decision.ts'
import { compileCondition } from './expression/compile.ts'

const files: Files = {
  look: path => {
    if (path === '/etc/there.yaml') return { is: 'file', text: '' }
    return { is: path === '/etc' ? 'directory' : 'missing' }
  },
  list: () => [],
}

const strings = z.array(z.string())
const shape = z.array(
  z.strictObject({
    file: z.string(),
    takes: z.unknown().optional(),
    words: z.string().optional(),
    fields: strings.optional(),
    undecided: z.string().optional(),
  }),
)
type Asked = z.infer<typeof shape>[number]

function expectDecision({ takes, words, fields, undecided }: Asked, decision: AuthDecision<unknown>) {
  if (decision.is === 'taken') expect(decision.value).toEqual(takes)
  else if (decision.is === 'undecided') expect(decision.undecided).toBe(undecided)
  else {
    expect({ takes, undecided }).toEqual({})
    if (words !== undefined) expect(decision.words).toBe(words)
    expect(decision.fields.map(({ field }) => field)).toEqual(fields ?? decision.fields.map(({ field }) => field))
    expect(words ?? fields).toBeDefined()
  }
}

describe('authentication', () => {
  it.each(shape.parse(data('authentication')))('$file', asked =>
    expectDecision(asked, decideAuthentication(asked.file, '/etc/authn.yaml')),
  )
})

describe('authorization', () => {
  it.each(shape.parse(data('authorization')))('$file', asked =>
    expectDecision(asked, decideAuthorization(asked.file, files)),
  )
})

describe('expressions', () => {
  const expressions = z.array(
    z.strictObject({ is: z.string(), says: z.string().optional(), undecided: z.string().optional() }),
  )
  it.each(expressions.parse(data('expressions')))('$is', ({ is, says, undecided }) => {
    const compiled = compileCondition(is)
    if ('undecided' in compiled) expect(compiled.undecided).toContain(`${undecided ?? 'nothing'}.`)
    else if ('error' in compiled) expect(compiled.error.split('\n')[0]).toContain(says ?? 'nothing')
    else expect({ says, undecided }).toEqual({})
  })

  it('takes whatever is written there', () => {
    for (const text of ['('.repeat(3000), '!'.repeat(1999), '[['.repeat(900), 'a.'.repeat(999), '{a:'.repeat(600)])
      expect(Object.keys(compileCondition(text))).toHaveLength(1)
  })
})

function data(name: string): unknown {
  const { documents, findings } = readYaml(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8'))
  expect(findings).toEqual([])
  return documents[0]?.value
}
