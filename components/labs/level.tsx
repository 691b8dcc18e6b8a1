import type { Difficulty } from '#engine/grade/lab.ts'

const LEVELS: Readonly<Record<Difficulty, { readonly height: number; readonly title: string }>> = {
  direct: { height: 1, title: 'Direct' },
  careful: { height: 2, title: 'Needs care' },
  hard: { height: 3, title: 'Hard' },
}

/** How hard a lab is: three steps and a word. */
export function Level({ difficulty }: { difficulty: Difficulty }) {
  const { height, title } = LEVELS[difficulty]
  return (
    <>
      <span className="lvl" aria-hidden="true">
        {[1, 2, 3].map(step => (
          <i key={step} className={step <= height ? 'on' : ''} />
        ))}
      </span>
      {title}
    </>
  )
}
