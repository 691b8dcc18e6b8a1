/** The picture of the page that is not there: two walls, and the place where one is missing. */
export function WallWithGap() {
  return (
    <svg className="pic" viewBox="0 0 480 96" aria-hidden="true" focusable="false">
      <path className="mark-wave" d="M-2 74c14 0 16-24 34-24s20 24 38 24 20-36 40-36c12 0 19 9 24 20" />
      <path className="mark-wall" d="M126 75l8-38h18l8 38z" />
      <path className="d-dash" d="M164 74l8-37h18l8 37z" />
      <path className="mark-wall" d="M202 75l8-38h18l8 38z" />
      <path className="mark-calm" d="M232 74h248" />
    </svg>
  )
}
