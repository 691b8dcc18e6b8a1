'use client'

import { useEffect } from 'react'
import { Icon } from '../ui/icon.tsx'
import type { Group, Row } from './rows.ts'

interface ResultListProps {
  readonly groups: readonly Group[]
  /** The row that Enter takes, counted over all groups. */
  readonly at: number
  onPoint(at: number): void
  onChoose(row: Row): void
}

/** The list under the field. The focus stays in the field, which says which row is meant. */
export function ResultList({ groups, at, onPoint, onChoose }: ResultListProps) {
  useEffect(() => document.getElementById(`palette-${at}`)?.scrollIntoView({ block: 'nearest' }), [at])
  let index = -1
  return (
    <div className="palette-list" id="palette-list" role="listbox" aria-label="Results" hidden={groups.length === 0}>
      {groups.map(({ title, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list box
        <div key={title} role="group" aria-label={title}>
          <div className="palette-grp" aria-hidden="true">
            {title}
          </div>
          {rows.map(row => {
            const own = ++index
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                key={row.key}
                id={`palette-${own}`}
                className="palette-row"
                role="option"
                aria-selected={own === at}
                aria-disabled={row.off}
                onPointerMove={() => own !== at && onPoint(own)}
                onClick={() => onChoose(row)}
              >
                <Icon name={row.icon} />
                <span>
                  {row.title.map((piece, place) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
                    piece.hit ? <b key={place}>{piece.text}</b> : piece.text,
                  )}
                </span>
                <span className="meta">{row.note}</span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
