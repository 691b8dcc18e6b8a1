import { expect, test } from 'vitest'
import { formFields } from './form-fields.ts'

test('a form gives its fields, the last of each name', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['code', 'ABCD-EF'],
    ['extra', '25'],
    ['extra', '50'],
  ] as const)
    form.append(name, value)
  expect(formFields(form)).toEqual({ code: 'ABCD-EF', extra: '50' })
})

test.each([null, undefined, 5, 'code=1', {}, [], [['code', '1']]])('%j is no form', sent => {
  expect(formFields(sent)).toBeUndefined()
})
