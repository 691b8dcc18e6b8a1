/** Ends with one sentence that names the remedy. */
export function stop(sentence) {
  console.error(`breakwater: ${sentence}`)
  process.exit(1)
}
