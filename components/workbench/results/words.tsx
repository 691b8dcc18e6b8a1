/** A sentence of the grader: what stands between backticks is code. */
export function Words({ text }: { text: string }) {
  return text.split('`').map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence do not move
    return index % 2 === 1 ? <code key={index}>{part}</code> : part
  })
}
