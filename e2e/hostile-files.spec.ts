import type { Page } from '@playwright/test'
import { type Learner, learnerOf } from './learner.ts'
import { expect, test } from './quiet-test.ts'
import { auditSolution, solution } from './solution.ts'
import { openLab } from './workbench.ts'

/** What it is, the shell line that writes it to `$file`, and what the check then says. */
type Case = readonly [name: string, write: string, says: RegExp]

/** A shell line that writes these bytes. */
function bytes(...parts: readonly (string | readonly number[])[]): string {
  const whole = Buffer.concat(parts.map(it => (typeof it === 'string' ? Buffer.from(it) : Buffer.from([...it]))))
  return `base64 -d > $file <<'EOF'\n${whole.toString('base64')}\nEOF`
}

const head = 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'
const { policy, rest } = auditSolution()

/** Nine maps of ten aliases each: a thousand million nodes when written out. */
const aliases = Array.from(
  { length: 9 },
  (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${`*${'abcdefghi'[i]},`.repeat(10)}]\n`,
)

const policies: readonly Case[] = [
  ['an alias bomb', bytes(`${head}a: &a [x,x,x,x,x,x,x,x,x,x]\n${aliases.join('')}rules: *j\n`), /alias/i],
  ['10,000 lists in each other', bytes(`${head}rules: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`), /deep/],
  ['10,000 lists that never end', bytes(`${head}rules: ${'['.repeat(10_000)}\n`), /deep/],
  ['10,000 lists as blocks', bytes(`${head}rules:\n${'- '.repeat(10_000)}x\n`), /deep/],
  ['invalid UTF-8', bytes(`${head}rules:\n- level: "`, [0xff, 0xfe, 0xc0], '"\n'), /is no text|UTF-8/],
  ['NUL', bytes(`${head}rules:\n- level: "Meta\0data"\n`), /control characters are not allowed/],
  ['a tab', bytes(`${head}rules:\n\t- level: Metadata\n`), /found character that cannot start any token/],
  ['a BOM and CRLF, which are harmless', bytes(`\ufeff${policy.replaceAll('\n', '\r\n')}`), /10 of 10 points/],
  [
    'names of prototypes, which are unknown keys',
    bytes(
      `${head}__proto__: {}\nconstructor: 1\n${policy.slice(head.length)}`.replace(
        '- level: None',
        '- __proto__: {}\n    level: None',
      ),
    ),
    /10 of 10 points/,
  ],
  ['nothing', ': > $file', /The API server does not answer/],
  ['a list', bytes('[1, 2, 3]\n'), /cannot unmarshal array into Go value/],
]

const [, profile = ''] = /<<'EOF'\n([\s\S]*?\n)EOF/.exec(solution('write-a-seccomp-profile')) ?? []

const profiles: readonly Case[] = [
  [
    '10,000 lists in each other',
    bytes(`{"syscalls":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    /exceeded max depth/,
  ],
  ['10,000 maps that never end', `printf '{"a":%.0s' {1..10000} > $file`, /exceeded max depth|unexpected end/],
  ['invalid UTF-8', bytes('{"defaultAction":"', [0xff, 0xfe, 0xc0], '"}'), /invalid character|not a valid action/],
  ['NUL', bytes(profile.replace('ERRNO', '\0')), /invalid character '\\x00' in string literal/],
  ['a BOM', bytes(`\ufeff${profile}`), /invalid character 'ï' looking for beginning of value/],
  [
    'CRLF and tabs, which are harmless',
    bytes(profile.replaceAll('\n', '\r\n').replaceAll('  ', '\t')),
    /10 of 10 points/,
  ],
  [
    'names of prototypes as keys, which are unknown',
    bytes(
      profile.replace('{', '{ "__proto__": { "defaultAction": "SCMP_ACT_ALLOW" }, "constructor": 1, "toString": null,'),
    ),
    /10 of 10 points/,
  ],
  [
    'names of prototypes as values',
    bytes(profile.replace('"uname"', '"uname", "__proto__", "constructor"').replace('SCMP_ACT_LOG', 'hasOwnProperty')),
    /string hasOwnProperty is not a valid action/,
  ],
  ['a number that no number holds', bytes(profile.replace('268435456', '1e999')), /cannot unmarshal number 1e999/],
  ['nothing', ': > $file', /unexpected end of JSON input/],
]

/** Each file is written, opened in a fresh page and checked; what was there before is there after. */
async function tryAll(page: Page, slug: string, learner: Learner, cases: readonly Case[]) {
  await learner.run('echo kept > /tmp/kept')
  for (const [name, write, says] of cases) {
    await test.step(name, async () => {
      expect((await learner.run(write)).last).toMatchObject({ kind: 'end', exitCode: 0 })
      const lab = await openLab(page, slug)
      await lab.check()
      await expect(lab.results, name).toContainText(says)
    })
  }
  expect((await learner.run('cat /tmp/kept')).output).toBe('kept\n')
}

test('hostile audit policies', async ({ page, context }) => {
  await page.goto('/labs/cks/audit-the-secrets')
  const learner = await learnerOf(context, 'cks/audit-the-secrets')
  for (const line of ['ssh controlplane', 'sudo -i', 'file=/etc/kubernetes/audit/policy.yaml']) await learner.run(line)
  await learner.run(rest.replace(/^ssh.*\nsudo.*\n/, ''))
  await tryAll(page, 'audit-the-secrets', learner, policies)
})

test('hostile seccomp profiles', async ({ page, context }) => {
  await page.goto('/labs/cks/write-a-seccomp-profile')
  const learner = await learnerOf(context, 'cks/write-a-seccomp-profile')
  for (const line of ['ssh node01', 'sudo -i', 'file=/var/lib/kubelet/seccomp/profiles/web.json'])
    await learner.run(line)
  await learner.run(solution('write-a-seccomp-profile').replace(/^ssh.*\nsudo.*\n/, ''))
  await tryAll(page, 'write-a-seccomp-profile', learner, profiles)
})

test('the editor keeps a BOM, tabs and CRLF, and writes names of prototypes as they are', async ({ page }) => {
  const lab = await openLab(page, 'audit-the-secrets')
  const bytesOf = async () => {
    await lab.type('clear', 'od -An -tx1 /etc/kubernetes/audit/policy.yaml')
    return (await lab.screen()).replace(/\s+/g, ' ')
  }
  await lab.type('ssh controlplane', 'sudo -i')
  await lab.write('\ufeff__proto__:\n\tconstructor: 1\n')
  await expect(lab.status).toContainText('Saved, step 3')
  expect(await bytesOf()).toContain('ef bb bf 5f 5f 70 72 6f 74 6f 5f 5f 3a 0a 09 63 6f')

  await lab.type("printf 'a: 1\\r\\nb: 2\\r\\n' > /etc/kubernetes/audit/policy.yaml")
  await expect.poll(lab.shown).toBe('a: 1\nb: 2\n')
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('x')
  await expect(lab.status).toContainText('Saved, step 7')
  expect(await bytesOf()).toContain('78 61 3a 20 31 0d 0a 62 3a 20 32 0d 0a')
})
