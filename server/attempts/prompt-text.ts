import type { Prompt } from '#engine/shell/terminal.ts'

/** "candidate@base:~$", without the blank behind it. */
export function promptText({ user, host, cwd, sign }: Prompt): string {
  return `${user}@${host}:${cwd}${sign}`
}
