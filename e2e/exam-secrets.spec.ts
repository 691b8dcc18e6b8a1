import { beginExam } from './exam.ts'
import { checksOf, found, secretLines } from './lab-secrets.ts'
import { learnerOf } from './learner.ts'
import { expect, test } from './quiet-test.ts'
import { readAlong } from './read-along.ts'
import { callAct } from './server-act.ts'

// What the word “skerry” draws: each lab with its variant.
const drawn = [
  ['sandbox-a-pod', 0],
  ['audit-the-secrets', 1],
  ['change-a-falco-rule', 1],
  ['mend-a-seccomp-profile', 1],
] as const
const checks = drawn.flatMap(([slug, variant]) => checksOf(slug, variant))
const secrets = drawn.flatMap(([slug, variant]) => secretLines(slug, variant))
/** What would tell of a check wherever it stands: its id as a value, its title, its points. */
const ofChecks = [...checks.flatMap(({ id, title }) => [`"id":"${id}"`, `"check":"${id}"`, title]), '"verdicts":']
/** Keys that an answer of the exam itself has no reason to hold. */
const keys = ['points', 'checks', 'hints', 'explain', 'script', 'guard', 'outcome', 'earned'].map(it => `"${it}":`)

const elsewhere = [
  '/',
  '/exam',
  '/labs',
  '/labs?domain=monitoring',
  '/progress',
  '/progress/export',
  '/search?q=secrets',
  '/studio',
  '/studio/cks',
  '/studio/cks/sandbox-a-pod',
  '/studio/cks?file=sandbox-a-pod/pass/solution.sh',
  '/api/proof',
]
const documents = ['/api/palette', '/api/documents', '/api/health', '/documents', '/lessons', '/help', '/findings']

test.setTimeout(120_000)

test('no check, hint, finding or solution of an exam reaches the browser before its end', async ({
  page,
  tolerate,
}) => {
  tolerate(/status of 403/)
  expect(secrets.length).toBeGreaterThan(200)
  expect(checks.length).toBeGreaterThan(12)
  const { attempt: practice } = await learnerOf(page.context(), 'cks/sandbox-a-pod')
  const tried = { attempt: practice, after: 0, tab: 'practice' }
  expect(await callAct(page, '/labs/cks/sandbox-a-pod', 'check', tried)).toContain('"verdicts":')

  const answers = await readAlong(page)
  const attempts = new Set<string>()
  page.on('request', it => {
    const id = /\/api\/attempts\/([\w-]+)\/terminal$/.exec(it.url())?.[1]
    if (id) attempts.add(id)
  })
  const exam = await beginExam(page)
  const here = `/exam/${exam.id}`
  for (const task of [1, 2, 3, 4]) {
    await exam.goTo(task)
    await exam.type('ls -R /etc/kubernetes /home')
  }
  expect(attempts.size).toBe(4)
  await exam.goTo(2)
  await exam.showEditor()
  await exam.write('not: [a policy\n')
  await expect(exam.status).toContainText('Saved, step 2')
  await exam.notepad.fill('mine\n')
  await page.getByRole('button', { name: 'Mark as done' }).click()
  await page.getByRole('button', { name: 'Allowed documents' }).click()
  await expect(exam.documents.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+Enter')
  await exam.hear()
  await expect(page.getByText('kept until the exam ends')).toBeVisible()
  const ofExam = answers.soFar()
  expect(ofExam).toContain('"endsAt":')
  const own = ofExam.split('\nhttp').filter(it => !it.includes('/_next/static/'))
  expect(own.length).toBeGreaterThan(10)
  expect(found(own.join('\n'), keys)).toEqual([])

  let rest = ''
  const labs = drawn.map(([slug]) => `/labs/cks/${slug}`)
  for (const at of [...elsewhere, ...documents, ...labs, here, `${here}/report`, `${here}/report/export`])
    for (const headers of [{}, { rsc: '1' }]) rest += await (await page.request.get(at, { headers })).text()
  for (const at of labs)
    rest += await (await page.request.get(at, { headers: { rsc: '1', 'next-router-prefetch': '1' } })).text()

  for (const attempt of [...attempts, practice]) {
    const input = { attempt, after: 1, tab: 'other' }
    for (const name of ['check', 'openHint', 'giveUp', 'openSolution', 'undo', 'redo', 'reset', 'reload']) {
      const more = name === 'openHint' ? { check: checks[0]?.id } : {}
      const sent = name === 'reload' ? { attempt } : { ...input, ...more }
      for (const at of [here, '/labs/cks/offer-a-sandbox']) {
        const said = await callAct(page, at, name, sent)
        expect(said, `${name} on ${at}`).toContain('"ok":false')
        rest += said
      }
    }
  }
  expect(rest).toContain('"refused":"not-due"')
  for (const lab of drawn) rest += await callAct(page, here, 'startAgain', { lab: `cks/${lab[0]}` })
  const run = { terminal: '1', text: 'ls', after: 99 }
  for (const act of ['terminal', 'complete'])
    rest += await (await page.request.post(`/api/attempts/${practice}/${act}`, { data: run })).text()

  const all = `${await answers.end()}\n${rest}`
  expect(found(all, secrets)).toEqual([])
  expect(found(all, ofChecks)).toEqual([])

  // The same search finds it all once the exam is over.
  await exam.finish()
  const report = await (await page.request.get(`${here}/report/export`)).text()
  expect(
    found(
      report,
      checks.map(it => it.title),
    ),
  ).toHaveLength(checks.length)
  expect(found(report, secrets).length).toBeGreaterThan(20)
})
