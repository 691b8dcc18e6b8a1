import { request as httpRequest } from 'node:http'
import { pages } from './pages.ts'
import { port } from './port.ts'
import { expect, test } from './quiet-test.ts'

/** A request whose `Host` a browser would not let us choose. */
function ask(options: { path?: string; method?: string; headers?: Record<string, string>; body?: string | Buffer }) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: options.path ?? '/', method: options.method ?? 'GET', headers: options.headers },
      response => {
        let text = ''
        response.on('data', piece => {
          text += piece
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    request.on('error', reject)
    request.end(options.body)
  })
}

for (const path of ['/', '/labs', '/_next/static/x.js', '/api/health', '/theme.js']) {
  test(`a foreign Host gets 421 on ${path}`, async () => {
    expect((await ask({ path, headers: { host: 'evil.example' } })).status).toBe(421)
    expect((await ask({ path, headers: { host: `localhost.evil.example:${port}` } })).status).toBe(421)
  })
}

test('a write from a foreign origin gets 403', async () => {
  const headers = { host: `localhost:${port}`, origin: 'http://evil.example', 'content-type': 'application/json' }
  const path = '/api/attempts/x/terminal'
  expect((await ask({ path, method: 'POST', headers, body: '{}' })).status).toBe(403)
  expect(
    (await ask({ path: '/labs', method: 'POST', headers: { ...headers, origin: 'null' }, body: '{}' })).status,
  ).toBe(403)
})

test('a post of 10 MB gets 413 and the server lives on', async ({ request }) => {
  const headers = { host: `localhost:${port}`, 'content-type': 'application/json', 'content-length': String(10 << 20) }
  const body = Buffer.alloc(10 << 20, 97)
  const answer = await ask({ path: '/api/attempts/x/terminal', method: 'POST', headers, body })
  expect(answer.status).toBe(413)
  expect((await request.get('/api/health')).ok()).toBe(true)
})

test('every page has a strict policy, breaks none of it, and asks no other origin', async ({
  page,
  baseURL,
  tolerate,
}) => {
  tolerate(/status of 404 .*\/nowhere/)
  const foreign: string[] = []
  page.on('request', it => {
    if (!it.url().startsWith(baseURL ?? '') && !/^(data|blob|about):/.test(it.url())) foreign.push(it.url())
  })
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { brokenPolicies: said })
    document.addEventListener('securitypolicyviolation', it => said.push(`${it.violatedDirective} ${it.blockedURI}`))
  })
  for (const path of pages) {
    const answer = await page.goto(path)
    await page.waitForLoadState('networkidle')
    const policy = (await answer?.headerValue('content-security-policy')) ?? ''
    expect(policy, path).toContain("script-src 'self'")
    expect(policy, path).not.toContain('unsafe-eval')
    expect(/script-src[^;]*unsafe-inline/.test(policy), path).toBe(false)
    const broken = await page.evaluate(() => (window as unknown as { brokenPolicies: string[] }).brokenPolicies)
    expect(broken, path).toEqual([])
  }
  expect(foreign).toEqual([])
})

test('the learner cookie is http-only, same-site and signed', async ({ page, context }) => {
  await page.goto('/')
  const cookie = (await context.cookies()).find(it => it.name === 'breakwater_learner')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const [id] = (cookie?.value ?? '').split('.')
  await context.clearCookies()
  await context.addCookies([{ name: 'breakwater_learner', value: `${id}.AAAA`, url: `http://localhost:${port}` }])
  await page.goto('/')
  const fresh = (await context.cookies()).find(it => it.name === 'breakwater_learner')
  expect(fresh?.value.split('.')[0]).not.toBe(id)
})
