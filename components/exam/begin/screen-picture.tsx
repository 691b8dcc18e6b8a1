import type { ScreenStep } from './tour-steps.ts'

/** Lines of text that nobody needs to read: left, top, width. */
function Lines({
  of,
  className = 'sp-text',
}: {
  of: readonly (readonly [number, number, number])[]
  className?: string
}) {
  return of.map(([x, y, width]) => (
    <rect key={`${x}-${y}`} className={className} x={x} y={y} width={width} height="6" rx="1" />
  ))
}

const tasks = [
  { y: 42, title: 92, done: true, flag: false },
  { y: 82, title: 78, done: true, flag: true },
  { y: 122, title: 100, done: false, flag: false },
  { y: 162, title: 66, done: false, flag: false },
]
const here = 2

function TaskList() {
  return (
    <>
      <rect className="sp-sunken" y="40" width="158" height="384" />
      <rect className="sp-surface" y={tasks[here]?.y} width="158" height="40" />
      <rect className="sp-wall" y={tasks[here]?.y} width="4" height="40" />
      {tasks.map(({ y, title, done, flag }, at) => (
        <g key={y}>
          <text className="sp-t" x="12" y={y + 24}>
            {at + 1}
          </text>
          <circle className={done ? 'sp-done' : 'sp-open'} cx="32" cy={y + 20} r="5" />
          <rect className="sp-strong" x="46" y={y + 11} width={title} height="6" rx="1" />
          <rect className="sp-text" x="46" y={y + 23} width="48" height="5" rx="1" />
          {flag && <path className="sp-flag" d={`M142 ${y + 27}v-14h9l-2 4 2 4h-9`} />}
          <path className="sp-line" d={`M0 ${y + 40}h158`} />
        </g>
      ))}
      <Lines
        of={[
          [12, 398, 96],
          [12, 409, 70],
        ]}
      />
    </>
  )
}

function TaskAndNotes() {
  return (
    <>
      <rect className="sp-surface" x="159" y="40" width="238" height="384" />
      <rect className="sp-sunken" x="159" y="40" width="238" height="26" />
      <rect className="sp-strong" x="170" y="50" width="120" height="6" rx="1" />
      <rect className="sp-box" x="170" y="76" width="216" height="26" rx="2" />
      <text className="sp-m" x="180" y="93">
        $ ssh node01
      </text>
      <Lines
        of={[
          [170, 116, 206],
          [170, 130, 168],
          [184, 150, 196],
          [184, 164, 132],
          [184, 184, 188],
          [184, 198, 150],
          [184, 218, 172],
        ]}
      />
      <rect className="sp-box" x="170" y="242" width="56" height="22" rx="2" />
      <rect className="sp-box" x="234" y="242" width="64" height="22" rx="2" />
      <rect className="sp-accent" x="318" y="242" width="68" height="22" rx="2" />
      <rect className="sp-sunken" x="159" y="302" width="238" height="24" />
      <rect className="sp-strong" x="170" y="311" width="52" height="6" rx="1" />
      <Lines
        of={[
          [170, 340, 148],
          [170, 354, 182],
          [170, 368, 96],
        ]}
      />
    </>
  )
}

function Terminal() {
  return (
    <>
      <rect className="sp-term" x="398" y="40" width="402" height="384" />
      <rect className="sp-term-bar" x="398" y="40" width="402" height="28" />
      <rect className="sp-term" x="398" y="40" width="92" height="28" />
      <rect className="sp-on" x="398" y="40" width="92" height="2" />
      <text className="sp-tt" x="412" y="58">
        node01
      </text>
      <text className="sp-td" x="506" y="58">
        Editor
      </text>
      <text className="sp-tm" x="412" y="92">
        candidate@base:~$ ssh node01
      </text>
      <text className="sp-tm" x="412" y="112">
        candidate@node01:~$ sudo -i
      </text>
      <Lines
        className="sp-out"
        of={[
          [412, 126, 236],
          [412, 142, 288],
          [412, 158, 204],
          [412, 174, 262],
        ]}
      />
      <text className="sp-tm" x="412" y="206">
        root@node01:~#
      </text>
      <rect className="sp-caret" x="516" y="195" width="8" height="14" />
    </>
  )
}

interface ScreenPictureProps extends Pick<ScreenStep, 'marks' | 'badge'> {
  readonly number: number
  readonly label: string
}

/** The exam's screen, drawn: as much of it as one needs to find one's way. `marks` are outlined, with the step's number. */
export function ScreenPicture({ marks, badge, number, label }: ScreenPictureProps) {
  return (
    <svg className="sp" viewBox="0 0 800 450" role="img" aria-label={label}>
      <rect className="sp-bg" width="800" height="450" />
      <path className="sp-wave" d="M0 34c4 0 5-6 9-6s5 6 10 6 5-10 11-10c4 0 7 3 9 7" />
      <path className="sp-wall" d="M34 38l5-22h8l5 22z" />
      <rect className="sp-strong" x="66" y="17" width="112" height="8" rx="1" />
      <rect className="sp-box" x="402" y="10" width="130" height="20" rx="2" />
      <text className="sp-t" x="416" y="24">
        Allowed documents
      </text>
      <rect className="sp-box" x="580" y="8" width="100" height="24" rx="2" />
      <text className="sp-clock" x="592" y="26">
        21:40
      </text>
      <text className="sp-t" x="648" y="25">
        left
      </text>
      <rect className="sp-box" x="694" y="10" width="92" height="20" rx="2" />
      <text className="sp-t" x="706" y="24">
        Finish exam…
      </text>
      <rect className="sp-track" x="50" y="36" width="750" height="4" />
      <rect className="sp-wall" x="50" y="36" width="542" height="4" />
      <path className="sp-notch" d="M425 35v6M175 35v6" />
      <TaskList />
      <TaskAndNotes />
      <Terminal />
      <path className="sp-line" d="M158.500 40v384M397.500 40v384M159 302h238" />
      <rect className="sp-quay" y="424" width="800" height="26" />
      <text className="sp-tq" x="12" y="441">
        root@node01
      </text>
      {marks.map(([x, y, width, height]) => (
        <rect key={`${x}-${y}`} className="sp-mark" x={x} y={y} width={width} height={height} rx="3" />
      ))}
      <circle className="sp-badge" cx={badge[0]} cy={badge[1]} r="11" />
      <text className="sp-n" x={badge[0]} y={badge[1] + 4.5}>
        {number}
      </text>
    </svg>
  )
}
