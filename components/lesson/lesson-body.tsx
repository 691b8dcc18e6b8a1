import type { Element, Root } from 'hast'
import { DIAGRAMS } from './diagrams/diagrams.ts'
import { Question } from './question.tsx'
import { type Drawings, render, renderInside } from './render.tsx'
import { RuntimeDefaultCount } from './runtime-default-count.tsx'
import { TryRequests } from './try-requests.tsx'
import { TrySyscalls } from './try-syscalls.tsx'

interface LessonBodyProps {
  readonly tree: Root
  /** `examples/…` → text, for the widgets. */
  readonly examples: Readonly<Record<string, string>>
}

/** A lesson's text with its diagrams, widgets and self-checks. */
export function LessonBody({ tree, examples }: LessonBodyProps) {
  const drawings: Drawings = {
    'x-diagram': ({ name = '' }) => {
      const Diagram = DIAGRAMS[name]
      return Diagram ? <Diagram /> : null
    },
    'x-try': ({ kind, profile = '', ask = '', calls = '', policy = '', requests = '' }) => {
      const text = examples[kind === 'requests' ? policy : profile]
      if (text !== undefined && kind === 'requests')
        return <TryRequests name={policy} text={text} requests={requests} />
      return text === undefined ? null : <TrySyscalls name={profile} text={text} ask={ask} calls={calls.split(/\s+/)} />
    },
    'x-count': () => <RuntimeDefaultCount />,
    'x-question': ({ node, id = '' }) => <Question id={id} {...questionParts(node)} />,
  }
  return render(tree, drawings)
}

function questionParts(node: Element) {
  const parts = node.children.filter(it => it.type === 'element')
  const inside = (tag: string) => parts.filter(it => it.tagName === tag).map(renderInside)
  return {
    prompt: inside('x-prompt')[0],
    choices: parts
      .filter(it => it.tagName === 'x-choice')
      .map(it => ({ text: renderInside(it), right: it.properties.right === 'yes' })),
    why: inside('x-why')[0],
  }
}
