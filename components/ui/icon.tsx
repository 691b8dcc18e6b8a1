/** Outlines on a 16 × 16 grid, drawn with a stroke of the text's colour. One string of path data each. */
const OUTLINES = {
  'arrow-right': 'M2.75 8h10.25M9 4l4 4-4 4',
  book: 'M8 3.75C6.5 2.75 4.25 2.5 2 2.75v9.75c2.25-.25 4.5 0 6 1 1.5-1 3.75-1.25 6-1V2.75c-2.25-.25-4.5 0-6 1zM8 3.75v9.75',
  bulb: 'M8 1.75a4.25 4.25 0 0 1 2.5 7.7V11h-5V9.45A4.25 4.25 0 0 1 8 1.75zM6 13.5h4',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  'chevron-down': 'M3.5 6 8 10.5 12.5 6',
  clock: 'M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0M8 4.5V8l2.5 1.75',
  close: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.25V2.5h-8v8h2.75',
  diff: 'M8 2.5v6M5 5.5h6M5 12.5h6',
  download: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  file: 'M4 1.75h5L12.25 5v9.25H4zM8.75 1.9V5.25h3.4',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  flag: 'M3.75 14.5V2.25M3.75 2.75h8.5l-2 3 2 3h-8.5z',
  folder: 'M1.75 3.5h4.5l1.5 1.75h6.5v7.5H1.75z',
  help: 'M1.75 8a6.25 6.25 0 1 0 12.5 0 6.25 6.25 0 1 0-12.5 0M6.2 6.3a1.85 1.85 0 1 1 2.6 1.7c-.55.25-.8.6-.8 1.25M8 11.3v.2',
  host: 'M2 3h12v4H2zM2 9h12v4H2zM4.5 5h.1M4.5 11h.1',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.75h.1M6.75 6.75h.1M9.5 6.75h.1M12 6.75h.1M5 9.75h6',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  moon: 'M13.25 9.6A5.75 5.75 0 0 1 6.4 2.75a5.75 5.75 0 1 0 6.85 6.85z',
  note: 'M3 2.5h10v8l-3 3H3zM5.5 5.75h5M5.5 8.25h3',
  panel: 'M2 3h12v10H2zM9 3v10',
  plus: 'M8 3v10M3 8h10',
  redo: 'm10.5 3 3 3-3 3M13.25 6H6.5a3.75 3.75 0 0 0 0 7.5H10',
  reset: 'M13.25 8a5.25 5.25 0 1 1-1.7-3.85M13.25 2v3h-3',
  screen: 'M1.75 2.75h12.5v8.5H1.75zM8 11.25v2.25M5.25 13.5h5.5',
  search: 'M2.75 7a4.25 4.25 0 1 0 8.5 0 4.25 4.25 0 1 0-8.5 0m7.45 3.2 3.3 3.3',
  sun: 'M5.25 8a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M8 1.5v1.75M8 12.75v1.75M1.5 8h1.75M12.75 8h1.75M3.4 3.4l1.25 1.25M11.35 11.35l1.25 1.25M12.6 3.4l-1.25 1.25M4.65 11.35 3.4 12.6',
  terminal: 'M1.75 2.75h12.5v10.5H1.75zM4.5 5.75l2.25 2.25-2.25 2.25M8.5 10.5h3',
  tick: 'm3.25 8.5 3 3 6.5-7',
  undo: 'M5.5 3 2.5 6l3 3M2.75 6H9.5a3.75 3.75 0 0 1 0 7.5H6',
} as const

export type IconName = keyof typeof OUTLINES

/** Decoration beside words, or inside a control that has a label of its own: never announced. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg className={`ic ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} />
    </svg>
  )
}
