import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** An attempt of a lab, the solution unless another is named, with the first variant filled in, as a learner would paste it. */
export function solution(slug: string, attempt = 'pass/solution.sh'): string {
  // Only this block is YAML before a variant is filled in.
  const block = /^variants:\n(?: .*\n)+/m.exec(readFileSync(`labs/cks/${slug}/lab.yaml`, 'utf8'))?.[0] ?? ''
  const lab: { variants: Record<string, string>[] } = parse(block)
  const values = lab.variants[0] ?? {}
  const script = readFileSync(`labs/cks/${slug}/${attempt}`, 'utf8')
  return script.replace(/\$\{\{ (\w+) \}\}/g, (_, name: string) => values[name] ?? '')
}

/** The audit lab's solution in two parts: the policy's text, and the script without it. */
export function auditSolution(): { readonly policy: string; readonly rest: string } {
  const script = solution('audit-the-secrets')
  const [whole = '', policy = ''] = /cat > \S+ <<'EOF'\n([\s\S]*?\n)EOF\n/.exec(script) ?? []
  return { policy, rest: script.replace(whole, '') }
}
