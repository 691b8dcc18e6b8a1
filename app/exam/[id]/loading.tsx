/** The exam's frame while it is opened; nothing in it moves. */
export default function Loading() {
  return (
    <main className="wb" id="main" aria-busy="true">
      <h1 className="vh">The exam is being opened</h1>
    </main>
  )
}
