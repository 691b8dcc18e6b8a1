import { expect, it } from 'vitest'
import { apparmorActs, apparmorFields, apparmorFieldsOf } from './apparmor-fields.ts'
import { openApparmor } from './decide/apparmor.ts'
import { actOf } from './decide/apparmor-act.ts'

const acts = Object.keys(apparmorActs)
const text = 'profile web {\n  all,\n  change_profile,\n  ^admin { }\n}\nprofile helper flags=(kill) { }\n'
/** What a profile without rules does not refuse: who has no profile may look, and there is no limit. */
const unruled = ['be traced', 'let process data be read', 'set a limit']

it.each(acts)('%s: what its fields show as an example is a question, and nothing written is none', act => {
  const shown = Object.fromEntries(apparmorFieldsOf(act).map(({ name, placeholder = '' }) => [name, placeholder]))
  // Signals are shown with two words.
  const target = shown.target?.split(',')[0] ?? ''
  const form = { ...shown, act, target, profile: 'web' }
  expect(actOf(form)).toBeTypeOf('object')
  expect(openApparmor(text).ask?.(form)).toMatchObject({ outcome: 'allowed' })
  const bare = openApparmor(text).ask?.({ ...form, profile: 'helper' })
  expect(bare).toMatchObject({ outcome: unruled.includes(act) ? 'allowed' : expect.not.stringMatching('allowed') })
  if (Object.keys(apparmorActs[act] ?? {}).length > 0) expect(actOf({ act })).toMatch(/^Write /)
})

it('asks each act in fields of the form', () => {
  const names = apparmorFields.map(it => it.name)
  for (const act of acts) for (const { name } of apparmorFieldsOf(act)) expect(names).toContain(name)
})

it.each([
  [{ act: 'mount', target: '/a/', how: 'tmpfs ext4' }, /ext4 is neither/],
  [{ act: 'make a socket', target: 'inet icmpx' }, /Write a family/],
  [{ act: 'set a limit', target: 'nofile many' }, /Write a limit/],
  [{ act: 'D-Bus', target: 'send system' }, /with its name/],
  [{ act: 'send a signal', target: 'term' }, /other side/],
  [{ act: 'dance' }, /not known/],
])('%j', (form, words) => {
  expect(actOf(form)).toMatch(words)
})

it('asks the other side of a signal, too', () => {
  const both = 'profile a {\n  signal send peer=b,\n}\nprofile b { }\n'
  const answer = openApparmor(both).ask?.({ act: 'send a signal', target: 'term', other: 'b', profile: 'a' })
  expect(answer).toMatchObject({ outcome: 'denied', by: 'profile b: no rule of it', lit: [] })
})
