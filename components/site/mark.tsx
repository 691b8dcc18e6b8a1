/** A wave runs into a wall; its calm side goes on as the line under the header. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 84 48" aria-hidden="true" focusable="false">
      <path className="mark-wave" d="M-2 40c4.5 0 5.5-7.5 10.5-7.5s6 7.5 11 7.5 6-12 13-12c5 0 8.5 4 10.5 8" />
      <path className="mark-wall" d="M40.5 41 46.5 16.5h9.5L62.5 41z" />
      <path className="mark-calm" d="M60 40h24" />
    </svg>
  )
}
