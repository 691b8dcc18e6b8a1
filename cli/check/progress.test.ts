import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { showProgress } from './progress.ts'

async function drawn(of: { readonly isTTY: boolean; readonly columns: number }): Promise<string> {
  const stderr = Object.assign(new PassThrough(), of)
  const said = text(stderr)
  const progress = showProgress({ stderr }, 2)
  progress.clear()
  progress.step('cks/one')
  progress.clear()
  progress.step('cks/\u001btwo')
  stderr.end()
  return said
}

test('a bar that is drawn over itself, in the width of the terminal', async () => {
  expect(await drawn({ isTTY: true, columns: 44 })).toBe(
    '\r\u001b[K██████████████░░░░░░░░░░░░░░ 1 of 2  cks/on\r\u001b[K\r\u001b[K████████████████████████████ 2 of 2  cks/\ufffdt',
  )
})

test('nothing where it would pile up', async () => {
  expect(await drawn({ isTTY: false, columns: 80 })).toBe('')
})
