import { CodeLine } from '../lesson/code-lines.tsx'
import { highlight } from '../lesson/highlight.ts'
import { decideDemo } from './decide-demo.ts'
import { DEMO_POLICY, FIRST_LINE } from './demo-policy.ts'
import { RulePicker } from './rule-picker.tsx'

/** "Which rule decides?": the engine decides here, and only its answers travel to the browser. */
export async function RuleDemo() {
  const verdicts = decideDemo()
  if (verdicts.length === 0) return null
  const lines = (await highlight(DEMO_POLICY.trimEnd(), 'yaml')).map((tokens, at) => ({
    number: at + 1,
    code: <CodeLine tokens={tokens} />,
  }))
  return <RulePicker verdicts={verdicts} lines={lines.slice(FIRST_LINE - 1)} />
}
