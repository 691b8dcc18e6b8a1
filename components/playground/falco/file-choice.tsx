import { type FileReply, ruleFiles } from './falco.ts'

interface FileChoiceProps {
  /** Where the file that is shown stands in `ruleFiles`. */
  readonly current: number
  readonly replies: readonly FileReply[]
  onChoose(at: number): void
}

/** The rule files in the order in which Falco reads them, with how much was found in each. */
export function FileChoice({ current, replies, onChoose }: FileChoiceProps) {
  return (
    <fieldset className="fp-files">
      <legend className="vh">Rule file</legend>
      <div className="seg">
        {ruleFiles.map(({ path, name }, at) => {
          const marks = replies.find(it => it.name === path)?.marks ?? []
          const isFaulty = marks.some(it => it.severity === 'error')
          return (
            <button
              key={path}
              type="button"
              className="mono"
              aria-pressed={at === current}
              onClick={() => onChoose(at)}
            >
              {name}
              {marks.length > 0 && (
                <span className={`count ${isFaulty ? 'count-miss' : 'count-warn'}`}>
                  {marks.length}
                  <span className="vh"> found</span>
                </span>
              )}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
