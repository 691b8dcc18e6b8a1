import { useEffect, useMemo, useState } from 'react'
import type { Command, PageIndex } from './entry.ts'
import { pageCommands } from './page-commands.ts'
import { inExam } from './page-kind.ts'
import { type Group, groupsOf } from './rows.ts'
import { siteCommands } from './site-commands.ts'

const empty: PageIndex = {
  ...{ labs: [], lessons: [], exams: [], references: [], kinds: [], findings: [] },
  ...{ playground: [], studio: [] },
}

let kept: Promise<PageIndex> | undefined

/** The list of pages, fetched once for the visit; a fetch that failed is tried again the next time. */
function pages(): Promise<PageIndex> {
  kept ??= fetch('/api/palette')
    .then(answer => (answer.ok ? (answer.json() as Promise<PageIndex>) : Promise.reject(new Error('no index'))))
    .catch(problem => {
      kept = undefined
      throw problem
    })
  return kept
}

interface Known {
  /** Null where the page wants commands alone. */
  readonly index: PageIndex | null
  readonly commands: readonly Command[]
  readonly missing: boolean
}

/** What can be chosen for a query; nothing until the list of pages has come, or is known not to come. */
export function useRows(query: string): { readonly groups: readonly Group[]; readonly missing: boolean } {
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    let closed = false
    const index = inExam()
      ? { index: null, missing: false }
      : pages().then(
          it => ({ index: it, missing: false }),
          () => ({ index: empty, missing: true }),
        )
    const own = pageCommands()?.catch(() => []) ?? []
    void Promise.all([index, own]).then(([it, commands]) => {
      if (!closed) setKnown({ ...it, commands: [...commands, ...siteCommands()] })
    })
    return () => {
      closed = true
    }
  }, [])
  const groups = useMemo(() => (known ? groupsOf(query, known.index, known.commands) : []), [known, query])
  return { groups, missing: known?.missing ?? false }
}
