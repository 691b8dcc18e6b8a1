import { Markdown } from '#components/lesson/markdown.tsx'
import type { DrawnHints, DrawnSolution, WorkbenchView } from '#components/workbench/acts.ts'
import type { AttemptView, HintsView } from '#engine/grade/attempt-view.ts'

/** An attempt as the workbench takes it: its Markdown drawn here, so that no Markdown reader reaches the browser. */
export function drawnView({ task: _, hints, solution, ...view }: AttemptView): WorkbenchView {
  return { ...view, hints: drawnHints(hints), ...(solution ? { solution: drawnSolution(solution) } : {}) }
}

export function drawnHints(hints: readonly HintsView[]): readonly DrawnHints[] {
  return hints.map(it => ({
    ...it,
    opened: it.opened.map(text => <Markdown key={text} text={text} />),
  }))
}

export function drawnSolution({ explain, script }: { explain: string; script: string }): DrawnSolution {
  return { explain: <Markdown text={explain} />, script: <Markdown text={fenced(script)} /> }
}

/** A script as a code block; the fence is longer than any run of backticks in it. */
function fenced(script: string): string {
  const longest = Math.max(2, ...Array.from(script.matchAll(/`+/g), it => it[0].length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}sh\n${script.trimEnd()}\n${fence}\n`
}
