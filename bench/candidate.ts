import { readFileSync } from 'node:fs'
import { type BenchLearner, cookieOf } from './learner.ts'

export interface Candidate extends BenchLearner {
  readonly exam: string
}

/** A first visit that starts an exam, as a browser without scripts would send its form. The first task is before them. */
export async function newCandidate(url: string, blueprint: string, word: string): Promise<Candidate> {
  const at = `${url}/exam/start/${blueprint}?seed=${word}`
  const page = await fetch(at)
  const cookie = cookieOf(page)
  const [form = ''] = /<form class="ex-start"[\s\S]*?<\/form>/.exec(await page.text()) ?? []
  const body = new FormData()
  for (const [, name = '', value = ''] of form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    body.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
  const started = await fetch(at, { method: 'POST', body, headers: { cookie, origin: url }, redirect: 'manual' })
  const exam = /\/exam\/([\w-]{22})$/.exec(started.headers.get('location') ?? '')?.[1]
  if (!exam) throw new Error(`the exam did not start: ${started.status}`)
  const screen = await (await fetch(`${url}/exam/${exam}`, { headers: { cookie } })).text()
  const attempt = /\\"first\\":\{\\"id\\":\\"([\w-]+)\\"/.exec(screen)?.[1]
  if (!attempt) throw new Error('no task on the exam’s page')
  return { cookie, attempt, after: 0, exam }
}

/** What the learner's own export tells of an exam. */
interface Exported {
  readonly exams: readonly {
    readonly id: string
    readonly paper: { readonly tasks: readonly { readonly lab: string; readonly variant: number }[] }
    readonly report?: { readonly score: number; readonly tasks: readonly { readonly commands: number }[] }
  }[]
  readonly attempts: readonly {
    readonly id: string
    readonly exam?: string
    readonly task?: number
    readonly steps: readonly { readonly kind: string }[]
  }[]
}

/** The candidate's exam with the attempts of its tasks in their order. */
export async function exported(url: string, { cookie, exam: id }: Candidate) {
  const all = (await (await fetch(`${url}/progress/export`, { headers: { cookie } })).json()) as Exported
  const exam = all.exams.find(it => it.id === id)
  if (exam === undefined) throw new Error('the export holds no exam')
  const attempts = all.attempts.filter(it => it.exam === id).toSorted((a, b) => (a.task ?? 0) - (b.task ?? 0))
  return { ...exam, attempts }
}

/** Ends the exam as its button does; milliseconds until the answer, by which the report is stored. */
export async function finish(url: string, { cookie, exam }: Candidate): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`${url}/exam/${exam}`, {
    method: 'POST',
    headers: {
      'next-action': actId,
      'content-type': 'text/plain;charset=UTF-8',
      accept: 'text/x-component',
      cookie,
      origin: url,
    },
    body: JSON.stringify([{ exam }]),
  })
  const said = await answer.text()
  const took = performance.now() - began
  if (!said.includes('"ok":true')) throw new Error(`the exam did not end: ${said}`)
  return took
}

interface Manifest {
  readonly node: Readonly<Record<string, { readonly filename: string; readonly exportedName: string }>>
}

const { node: acts }: Manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'))
const [actId = ''] =
  Object.entries(acts).find(([, it]) => it.filename === 'app/exam/[id]/actions.ts' && it.exportedName === 'finish') ??
  []
