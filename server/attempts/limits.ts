/** What one learner may do. Sizes in UTF-16 units unless they say bytes. */
export const limits = {
  /** A command line, pasted lines included. */
  command: 64 * 1024,
  /** A file saved from the editor, in bytes. */
  file: 1024 * 1024,
  path: 4096,
  /** What of a command's output is kept to draw the screen again. */
  output: 16 * 1024,
  /** Commands that a view brings back, and how much of their output in all. */
  past: 200,
  pastOutput: 256 * 1024,
  terminals: 6,
  /** Commands that run at once, over all attempts of a learner. */
  running: 6,
  attempts: 500,
  exams: 200,
  steps: 10_000,
  /** The texts of an attempt's steps together. */
  texts: 64 * 1024 * 1024,
  /** World steps between two snapshots. */
  snapshotEvery: 10,
  /** States kept in memory for an attempt. */
  states: 4,
} as const
