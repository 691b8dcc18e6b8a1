import type { DomainCount } from '#components/home/domain-list.tsx'
import { curriculum } from '#packs/curriculum.ts'
import { lessons } from '#packs/lessons.ts'
import { type Exams, listExams } from '#server/exams/list-exams.ts'
import { house } from '#server/house.ts'
import { currentLearner } from '#server/learner.ts'
import { type Progress, progressOf } from '#server/progress.ts'

/** The lab that the first page leads to: short, and about a file that can be read at a glance. */
const FIRST_LAB = 'cks/audit-the-secrets'

/** The page stands without it: a learner whose past cannot be read can still start. */
async function pastOf(): Promise<(Progress & Pick<Exams, 'running'>) | undefined> {
  try {
    const learner = await currentLearner()
    const [progress, { running }] = await Promise.all([progressOf(learner), listExams(learner)])
    return { ...progress, ...(running && { running }) }
  } catch (error) {
    console.error(error)
    return undefined
  }
}

/** What the first page shows. `recent` is absent when the past could not be read. */
export async function home() {
  const [{ domains }, library, [lesson], past] = await Promise.all([
    curriculum(),
    house().library(),
    lessons(),
    pastOf(),
  ])
  const counts = new Map(
    domains.map(({ slug }): [string, DomainCount] => {
      const labs = library.cards.filter(it => it.domain === slug).length
      const solved = past?.labs.filter(it => it.lab.domain === slug && it.state === 'solved' && library.find(it.lab.id))
      return [slug, solved ? { labs, solved: solved.length } : { labs }]
    }),
  )
  const firstLab = library.cards.find(it => it.id === FIRST_LAB) ?? library.cards[0]
  const recent = past?.recent.filter(it => library.find(it.lab.id))
  return { domains, counts, firstLab, lesson, recent, running: past?.running }
}
