import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename: string; readonly exportedName: string }>>
}

const file = 'app/labs/[pack]/[slug]/actions.ts'

/** Calls an act of the practice pages as a page would, from whatever page it likes. Answers what the server says. */
export async function callAct(page: Page, at: string, name: string, input: object): Promise<string> {
  const { node }: Manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
  const [id] = Object.entries(node).find(([, it]) => it.filename === file && it.exportedName === name) ?? []
  if (id === undefined) throw new Error(`there is no act ${name}`)
  const answer = await page.request.post(at, {
    headers: { 'next-action': id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' },
    data: JSON.stringify([input]),
  })
  return answer.text()
}
