import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What a variant of a lab gives for `${{ … }}`. */
export function valuesOf(slug: string, variant = 0): Readonly<Record<string, string>> {
  // Only this block is YAML before a variant is filled in.
  const block = /^variants:\n(?: .*\n)+/m.exec(readFileSync(`labs/cks/${slug}/lab.yaml`, 'utf8'))?.[0] ?? ''
  const lab: { variants: Record<string, string>[] } = parse(block)
  return lab.variants[variant] ?? {}
}

/** A text of a lab with a variant's values. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{ (\w+) \}\}/g, (_, name: string) => values[name] ?? '')
}

/** An attempt of a lab, the solution unless another is named, with a variant filled in, as a learner would paste it. */
export function solution(slug: string, attempt = 'pass/solution.sh', variant = 0): string {
  return filledIn(readFileSync(`labs/cks/${slug}/${attempt}`, 'utf8'), valuesOf(slug, variant))
}

/** The audit lab's solution in two parts: the policy's text, and the script without it. */
export function auditSolution(variant = 0): { readonly policy: string; readonly rest: string } {
  const script = solution('audit-the-secrets', 'pass/solution.sh', variant)
  const [whole = '', policy = ''] = /cat > \S+ <<'EOF'\n([\s\S]*?\n)EOF\n/.exec(script) ?? []
  return { policy, rest: script.replace(whole, '') }
}
