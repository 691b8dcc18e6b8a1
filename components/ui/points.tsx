/** "3/4" in a chip, read as "3 of 4". Tone follows from the numbers; `tried={false}` keeps it plain. */
export function Points({ got, of, tried = true }: { got: number; of: number; tried?: boolean }) {
  const tone = !tried ? 'none' : got >= of ? 'pass' : got > 0 ? 'part' : 'miss'
  return (
    <span className={`pts pts-${tone}`}>
      <b>{got}</b>
      <span aria-hidden="true">/</span>
      <span className="vh"> of </span>
      {of}
    </span>
  )
}
