import { readFileSync } from 'node:fs'

/** An attempt of a lab, the solution unless another is named, with the first variant filled in, as a learner would paste it. */
export function solution(slug: string, attempt = 'pass/solution.sh'): string {
  const lab = readFileSync(`labs/cks/${slug}/lab.yaml`, 'utf8')
  const first = /variants:\n {2}- ([\s\S]*?)(?=\n {2}- |\n\n)/.exec(lab)?.[1] ?? ''
  const values = new Map(
    first.split('\n').map(line => {
      const [key = '', ...rest] = line.trim().split(': ')
      return [key, rest.join(': ').replace(/^"|"$/g, '')] as const
    }),
  )
  const script = readFileSync(`labs/cks/${slug}/${attempt}`, 'utf8')
  return script.replace(/\$\{\{ (\w+) \}\}/g, (_, name: string) => values.get(name) ?? '')
}

/** The audit lab's solution in two parts: the policy's text, and the script without it. */
export function auditSolution(): { readonly policy: string; readonly rest: string } {
  const script = solution('audit-the-secrets')
  const [whole = '', policy = ''] = /cat > \S+ <<'EOF'\n([\s\S]*?\n)EOF\n/.exec(script) ?? []
  return { policy, rest: script.replace(whole, '') }
}
