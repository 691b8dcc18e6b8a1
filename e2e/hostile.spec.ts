import type { Request } from '@playwright/test'
import { learnerOf } from './learner.ts'
import { expect, test } from './quiet-test.ts'
import { openLab } from './workbench.ts'

const as = 'a'.repeat(60)

/** What somebody types to bring a server down, and what is said to it. */
const lines: readonly (readonly [string, RegExp])[] = [
  [`echo '${as}!' | grep -E '^(a+)+$'; echo "rc $?"`, /^rc 1\n$/],
  [`echo '${as}!' | sed -E 's/^(a|aa)+$/x/'`, /^a{60}!\n$/],
  [`[[ ${as}! =~ ^(a+)+$ ]]; echo "rc $?"`, /^rc 1\n$/],
  [`echo '${as}!' | awk '/^(a|a)+$/ { print "x" }'; echo "rc $?"`, /^rc 0\n$/],
  ['while true; do true; done', /Stopped after \d+ steps/],
  ['yes | head -c 100000000', /Stopped: more than 4 MiB of output/],
  ['seq 1 100000000 | tail -n 1', /Stopped: a text of more than 8 MiB/],
  ['for i in {1..1000000000}; do echo x; done', /Stopped: braces would become more than/],
  ['x=a; while true; do x=$x$x; done', /Stopped/],
  ['f() { f; }; f', /Stopped: commands started one another too deeply/],
  ['yes > /tmp/big', /Stopped|write error/],
  [':(){ :|:& };:', /Stopped: too many commands run side by side/],
]

test('a line that would never end is ended with a sentence, and others do not wait for it', async ({
  page,
  context,
  somebody,
}) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const hostile = await learnerOf(context, 'cks/audit-the-secrets')
  const other = await somebody()
  await other.goto('/labs/cks/audit-the-secrets')
  const patient = await learnerOf(other.context(), 'cks/audit-the-secrets')
  await hostile.run('echo kept > /tmp/kept')
  for (const [line, says] of lines) {
    await test.step(line, async () => {
      const bad = hostile.run(line)
      expect((await patient.run('echo hello')).output).toBe('hello\n')
      const { status, output, last } = await bad
      expect(status).toBe(200)
      expect(last).toMatchObject({ kind: 'end' })
      expect(output.length).toBeLessThan(1 << 20)
      expect(output).toMatch(says)
    })
  }
  expect((await hostile.run('cat /tmp/kept')).output).toBe('kept\n')
})

test('six endless commands at once: others are answered, and Ctrl+C ends each', async ({ page, context, somebody }) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const hostile = await learnerOf(context, 'cks/audit-the-secrets')
  const other = await somebody()
  await other.goto('/labs/cks/audit-the-secrets')
  const patient = await learnerOf(other.context(), 'cks/audit-the-secrets')
  for (let more = 0; more < 5; more++)
    await context.request.post(`/api/attempts/${hostile.attempt}/terminals`, { data: {} })
  const all = ['1', '2', '3', '4', '5', '6']
  const bad = all.map(terminal => hostile.run('while true; do sleep 1; done', terminal))
  const stop = async (terminal: string) => {
    const answer = await context.request.post(`/api/attempts/${hostile.attempt}/interrupt`, { data: { terminal } })
    return (await answer.json()) as { readonly interrupted?: boolean }
  }
  for (let line = 0; line < 5; line++) expect((await patient.run('echo hello')).output).toBe('hello\n')
  for (const terminal of all) await expect.poll(async () => (await hostile.run('true', terminal)).status).toBe(503)
  for (const terminal of all) await stop(terminal)
  for (const { last } of await Promise.all(bad)) expect(last).toMatchObject({ kind: 'end', exitCode: 130 })
})

test('a request that no page sends gets an answer that fits', async ({ page, context }) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const { attempt, run } = await learnerOf(context, 'cks/audit-the-secrets')
  const path = `/api/attempts/${attempt}/terminal`
  const line = { terminal: '1', text: 'true', after: 0 }
  const json = 'application/json'
  const cases: readonly (readonly [type: string, body: string | Buffer, status: number])[] = [
    ['text/plain', JSON.stringify(line), 415],
    ['application/x-www-form-urlencoded', 'terminal=1&text=true&after=0', 415],
    ['multipart/form-data; boundary=x', '--x--', 415],
    [json, '', 400],
    [json, '{', 400],
    [json, 'null', 400],
    [json, '[]', 400],
    [json, '"text"', 400],
    [json, '['.repeat(60_000), 400],
    [json, Buffer.from([0xff, 0xfe]), 400],
    [json, JSON.stringify({ ...line, after: -1 }), 400],
    [json, JSON.stringify({ ...line, after: 1e300 }), 400],
    [json, JSON.stringify({ ...line, after: '0' }), 400],
    [json, JSON.stringify({ ...line, text: { toString: 'true' } }), 400],
    [json, JSON.stringify({ ...line, more: 1 }), 400],
    [json, `{"__proto__":{"text":"true"},"terminal":"1","after":0}`, 400],
    [json, JSON.stringify({ ...line, terminal: '7' }), 404],
    [json, JSON.stringify({ ...line, terminal: '__proto__' }), 400],
    [json, JSON.stringify({ ...line, terminal: '../1' }), 404],
    [json, JSON.stringify({ ...line, text: 'echo \0' }), 400],
    [json, JSON.stringify({ ...line, text: 'x'.repeat(70_000) }), 413],
    [json, JSON.stringify({ ...line, after: 99 }), 409],
  ]
  for (const [type, data, status] of cases) {
    const answer = await context.request.post(path, { headers: { 'content-type': type }, data })
    const what = `${type} ${data.toString().slice(0, 60)}`
    expect(answer.status(), what).toBe(status)
    expect(((await answer.json()) as { say: string }).say, what).toMatch(/\S/)
  }
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
    expect((await context.request.fetch(path, { method })).status(), method).toBe(405)
  for (const id of [
    'AAAAAAAAAAAAAAAAAAAAAA',
    '__proto__',
    '..%2f..%2fetc',
    '%00',
    'x'.repeat(5000),
    '%ff',
    "'%20or%201=1",
  ]) {
    const answer = await context.request.post(`/api/attempts/${id}/terminal`, { data: line })
    expect([400, 404], id).toContain(answer.status())
  }
  for (const at of [
    '/lessons/..%2f..%2fpackage.json',
    '/labs/cks/..%2f..%2f..%2fpackage.json',
    '/labs/..%2fcks/x',
    '/labs/__proto__/constructor',
    '/%2e%2e/package.json',
    '/_next/static/..%2f..%2f..%2fpackage.json',
    '/lessons/%00',
  ]) {
    const answer = await context.request.get(at)
    // A page that is streamed has sent its status before it knows that there is no such lab.
    expect([200, 400, 404], at).toContain(answer.status())
    expect(await answer.text(), at).not.toContain('"devDependencies"')
  }
  expect((await run('echo "still here"')).output).toBe('still here\n')
})

test('an act of the page with a wrong content is refused with a sentence, and nothing is stored', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  const acts: Request[] = []
  page.on('request', it => {
    if (it.headers()['next-action'] !== undefined) acts.push(it)
  })
  await lab.write('# saved\n')
  await expect(lab.status).toContainText('Saved, step 1')
  const save = acts.find(it => it.postData()?.includes('# saved'))
  if (save === undefined) throw new Error('no save was sent')
  const [sent] = JSON.parse(save.postData() ?? '[]') as [Record<string, unknown>]
  const again = async (body: unknown) => {
    const { 'next-action': action = '', 'content-type': type = '' } = save.headers()
    const headers = { 'next-action': action, 'content-type': type, accept: 'text/x-component' }
    const answer = await page.request.post(save.url(), { headers, data: Buffer.from(JSON.stringify(body)) })
    return `${answer.status()} ${await answer.text()}`
  }
  const next = { ...sent, after: 1 }
  for (const [change, says] of [
    [{ path: 'etc/passwd' }, /Reload it/],
    [{ path: '/etc/../../../../etc/cron.d/x' }, /no absolute path/],
    [{ path: '/etc/./x' }, /no absolute path/],
    [{ path: '/etc/x\0y' }, /NUL/],
    [{ path: `/${'x'.repeat(300)}` }, /too long/],
    [{ path: `/${'x/'.repeat(3000)}y` }, /Reload it|too long/],
    [{ host: 'nowhere' }, /"ok":false/],
    [{ host: '__proto__' }, /"ok":false/],
    [{ host: '../base' }, /"ok":false/],
    [{ text: 'a\0b' }, /NUL/],
    [{ text: 'half \ud800' }, /half a character/],
    [{ text: 'x'.repeat((1 << 20) + 1) }, /Reload it/],
    [{ text: 'é'.repeat(600_000) }, /larger than 1 MiB/],
    [{ text: 7 }, /Reload it/],
    [{ more: 1 }, /Reload it/],
    [{ after: 99 }, /another tab/],
  ] as const)
    expect(await again([{ ...next, ...change }]), JSON.stringify(change).slice(0, 80)).toMatch(says)
  for (const body of [[], [null], ['text'], [[next]], {}, null]) expect(await again(body)).not.toContain('"ok":true')
  await page.reload()
  await expect(lab.status).toContainText('Saved, step 1')
  expect(await again([next])).toContain('"ok":true')
})
