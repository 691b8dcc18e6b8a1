/** Filled in when the engine's tables have landed. */
export function RuntimeDefaultCount() {
  return null
}
