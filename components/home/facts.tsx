/** Three sentences on what is different here. */
export function Facts() {
  return (
    <div className="facts">
      <div>
        <h3>Behaviour, not text</h3>
        <p>
          Any answer that makes the cluster behave as asked earns its points. An answer that only looks right does not.
        </p>
      </div>
      <div>
        <h3>A counter-example for each miss</h3>
        <p>The request or the system call that shows the difference, and the line that decided it.</p>
      </div>
      <div>
        <h3>Yours, on your machine</h3>
        <p>One command starts it. Work is stored with every step, so undo and resume cost nothing.</p>
      </div>
    </div>
  )
}
