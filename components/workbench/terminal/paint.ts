const green = '\x1b[32m'
const blue = '\x1b[34m'
const dim = '\x1b[90m'
const plain = '\x1b[0m'

/** A prompt "candidate@base:~$" with its colours. */
export function paintedPrompt(prompt: string): string {
  const [, who, where, sign] = /^([^:]+):(.*?)([$#]\s*)$/.exec(prompt) ?? []
  if (who === undefined || where === undefined || sign === undefined) return prompt
  return `${green}${who}${plain}:${blue}${where}${plain}${sign}`
}

/** What the workbench itself says in a terminal, told from what the machine says. */
export function aside(sentence: string): string {
  return `${dim}${sentence}${plain}\n`
}
