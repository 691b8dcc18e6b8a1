/** An act and the keys that do it: ways of doing it, each a row of keys. `lab` is not there in an exam. */
export interface KeyRow {
  readonly act: string
  readonly keys: readonly (readonly string[])[]
  readonly lab?: true
}

export interface KeyGroup {
  readonly title: string
  readonly rows: readonly KeyRow[]
}

/** Every key there is. The sheet and the help page show this table; nothing else lists keys. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    rows: [
      { act: 'Find a lab, lesson or command', keys: [['Alt', 'K']], lab: true },
      { act: 'Find, outside editor and terminal', keys: [['Ctrl', 'K']], lab: true },
      { act: 'This sheet', keys: [['F1']] },
    ],
  },
  {
    title: 'In a lab',
    rows: [
      { act: 'Check my work', keys: [['Alt', 'Enter']], lab: true },
      { act: 'Undo a step', keys: [['Alt', 'Shift', 'Z']], lab: true },
      { act: 'Redo a step', keys: [['Alt', 'Shift', 'Y']], lab: true },
    ],
  },
  {
    title: 'In an exam',
    rows: [
      { act: 'Next task', keys: [['Alt', 'Page Down']] },
      { act: 'Previous task', keys: [['Alt', 'Page Up']] },
      { act: 'Flag the task', keys: [['Alt', 'Shift', 'F']] },
      { act: 'Mark the task as done', keys: [['Alt', 'Shift', 'D']] },
      { act: 'Allowed documents', keys: [['Alt', 'Shift', 'O']] },
      { act: 'Notepad', keys: [['Alt', '4']] },
      { act: 'Find a command', keys: [['Alt', 'K']] },
    ],
  },
  {
    title: 'Panes',
    rows: [
      { act: 'Editor', keys: [['Alt', '1']] },
      { act: 'Terminal', keys: [['Alt', '2']] },
      { act: 'Task', keys: [['Alt', '3']] },
      { act: 'Results', keys: [['Alt', '4']], lab: true },
      { act: 'Next pane, out of editor and terminal', keys: [['F6']] },
      { act: 'Previous pane', keys: [['Shift', 'F6']] },
      { act: 'Move a separator; with Shift further', keys: [['↑'], ['↓'], ['←'], ['→']] },
      { act: 'Separator to its limits', keys: [['Home'], ['End']] },
      { act: 'Close and open beside a separator', keys: [['Enter']] },
    ],
  },
  {
    title: 'Editor',
    rows: [
      { act: 'Next finding', keys: [['F8']], lab: true },
      { act: 'Previous finding', keys: [['Shift', 'F8']], lab: true },
      { act: 'Suggestions', keys: [['Ctrl', 'Space']], lab: true },
      { act: 'Undo typing', keys: [['Ctrl', 'Z']] },
      { act: 'Tab moves the focus, or indents again', keys: [['Ctrl', 'M']] },
      { act: 'All commands of the editor', keys: [['Ctrl', 'Shift', 'P']] },
      { act: 'Close a file, on its tab', keys: [['Delete']] },
    ],
  },
  {
    title: 'Terminal',
    rows: [
      {
        act: 'Copy',
        keys: [
          ['Ctrl', 'Shift', 'C'],
          ['Ctrl', 'Insert'],
        ],
      },
      {
        act: 'Paste',
        keys: [
          ['Ctrl', 'Shift', 'V'],
          ['Shift', 'Insert'],
        ],
      },
      { act: 'Stop a command', keys: [['Ctrl', 'C']] },
      { act: 'Complete a word', keys: [['Tab']] },
      { act: 'Earlier, later command', keys: [['↑'], ['↓']] },
      { act: 'Search earlier commands', keys: [['Ctrl', 'R']] },
      {
        act: 'Reader mode: earlier, later block',
        keys: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
      },
      { act: 'Reader mode: back to the prompt', keys: [['Esc']] },
    ],
  },
]

/** The keys that hold in an exam: nothing there checks, finds or takes back. */
export function examKeyGroups(): readonly KeyGroup[] {
  return keyGroups
    .map(({ title, rows }) => ({ title, rows: rows.filter(it => !it.lab) }))
    .filter(it => it.rows.length > 0)
}
