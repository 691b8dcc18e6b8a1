import { describe, expect, it } from 'vitest'
import { fromFragment, MAX_FRAGMENT, toFragment } from './fragment.ts'

const state = { text: 'kind: Policy\n# Übung 水\n', form: { user: 'jane', verb: 'get' } }

async function packed(value: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return `1.${Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')}`
}

describe('the fragment of a link', () => {
  it.each([
    ['a text', state],
    ['nothing', { text: '', form: {} }],
    ['half of a pair', { text: 'a \ud83d', form: {} }],
    ['a long text that repeats itself', { text: 'level: Metadata\n'.repeat(5000), form: {} }],
  ])('brings back %s', async (_, it) => {
    const fragment = await toFragment(it)
    expect(fragment).toMatch(/^1\.[\w-]+$/)
    expect(await fromFragment(`#${fragment}`)).toEqual(it)
  })

  it('is not made of what is too long for a link', async () => {
    let seed = 1
    const noise = Array.from({ length: 60_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647
      return String.fromCharCode(33 + (seed % 90))
    }).join('')
    expect(await toFragment({ text: noise, form: {} })).toBeUndefined()
  })

  it('keeps only words of the form', async () => {
    expect(await fromFragment(await packed({ text: 'a', form: { user: 'jane', groups: ['a'], port: 1 } }))).toEqual({
      text: 'a',
      form: { user: 'jane' },
    })
  })

  it.each([
    ['nothing', ''],
    ['another address', '#main'],
    ['another version', '#2.q1YqSa0oUbJSUNJRKkktLgGxqpVyMotLlKxqAQ'],
    ['no base64', '#1.%%%'],
    ['a cut one', async () => `#${(await toFragment(state))?.slice(0, -12)}`],
    ['no deflate', '#1.AAAAAAAAAAAA'],
    ['no JSON object', () => packed('text')],
    ['a form that is none', () => packed({ text: 'a', form: null })],
    ['a text that is none', () => packed({ text: 1, form: {} })],
    ['more than a link holds', `#1.${'A'.repeat(MAX_FRAGMENT)}`],
    ['what unpacks to megabytes', () => packed({ text: 'a'.repeat(8_000_000), form: {} })],
  ])('is undefined for %s', async (_, fragment) => {
    expect(await fromFragment(typeof fragment === 'string' ? fragment : await fragment())).toBeUndefined()
  })
})
