import { Drawing } from './drawing.tsx'
import { Text } from './text.tsx'

const ABOUT = {
  id: 'request-life',
  title: 'The life of a request, and when it is written down',
  description:
    'A request from kubectl goes through the API server: authentication, audit, impersonation, authorisation, ' +
    'admission, etcd. At the audit handler the policy is asked, once, and the stage RequestReceived is written. ' +
    'Long-running requests such as watch, exec and log have a stage ResponseStarted when the headers are sent. ' +
    'When the last byte is sent comes ResponseComplete, or, if a handler crashed, Panic in its place. ' +
    'A request whose authentication failed has one event, ResponseStarted, without a user.',
}

/** A handler of the chain with its place in both drawings: from left on a desk, from above on a phone. */
const HANDLERS: readonly { readonly name: string; readonly left: number; readonly width: number }[] = [
  { name: 'authentication', left: 112, width: 96 },
  { name: 'audit', left: 224, width: 60 },
  { name: 'impersonation', left: 300, width: 96 },
  { name: 'authorisation', left: 412, width: 88 },
  { name: 'admission', left: 516, width: 76 },
  { name: 'etcd', left: 608, width: 48 },
]

/** The stages along the way of a request through the API server. */
export function RequestLife() {
  return (
    <figure className="fig wide">
      <Desk />
      <Phone />
      <figcaption>
        The policy is asked at the beginning, about the user who logged in: impersonation comes later, and so does the
        refusal by RBAC, which is why refused requests are in the log too.
      </figcaption>
    </figure>
  )
}

function Handler({ name, box: [x, y, width, height] }: { name: string; box: [number, number, number, number] }) {
  const audit = name === 'audit'
  return (
    <>
      <rect className={audit ? 'd-wall' : 'd-box'} x={x} y={y} width={width} height={height} rx="4" />
      <Text at={[x + width / 2, y + height / 2 + 4]} look={audit ? 'd-t d-s d-b d-on d-mid' : 'd-t d-s d-b d-mid'}>
        {name}
      </Text>
    </>
  )
}

function Desk() {
  return (
    <Drawing {...ABOUT} size="desk" width={670} height={310}>
      <rect className="d-soft" x="98" width="572" height="104" rx="3" />
      <Text at={[112, 22]}>kube-apiserver</Text>
      <rect className="d-box" x="1" y="40" width="67" height="44" rx="4" />
      <Text at={[35, 66]} look="d-t d-s d-b d-mid">
        kubectl
      </Text>
      <path className="d-wave" d="M68 62c3 0 3-6 7-6s5 12 10 12 5-6 8-6h9" />
      <path className="d-head" d="M101 57l10 5-10 5z" />
      <path className="d-line" d="M208 62h16M284 62h16M396 62h16M500 62h16M592 62h16" />
      {HANDLERS.map(({ name, left, width }) => (
        <Handler key={name} name={name} box={[left, 40, width, 44]} />
      ))}

      <path className="d-line" d="M254 84v82" />
      <Text at={[264, 126]}>the policy is asked: level and</Text>
      <Text at={[264, 142]}>omitted stages are settled</Text>

      <path className="d-wave" d="M254 172h140c6 0 6-6 12-6s6 12 12 12 6-6 12-6h216" />
      <path className="d-head" d="M645 167l10 5-10 5z" />
      <circle className="d-wall" cx="254" cy="172" r="6" />
      <circle className="d-wall" cx="446" cy="172" r="6" />
      <circle className="d-wall" cx="600" cy="172" r="6" />
      <Text at={[230, 200]} look="d-m">
        RequestReceived
      </Text>
      <Text at={[230, 218]}>nothing done yet: no body,</Text>
      <Text at={[230, 234]}>no answer code</Text>
      <Text at={[392, 200]} look="d-m">
        ResponseStarted
      </Text>
      <Text at={[392, 218]}>headers are out; only</Text>
      <Text at={[392, 234]}>watch, exec, log, …</Text>
      <Text at={[542, 200]} look="d-m">
        ResponseComplete
      </Text>
      <Text at={[542, 218]}>the last byte is out</Text>
      <Text at={[542, 236]} look="d-m d-onmiss">
        Panic
      </Text>
      <Text at={[584, 236]}>if it crashed</Text>

      <path className="d-line d-miss" d="M160 84v186h46" />
      <path className="d-missf" d="M205 265l9 5-9 5z" />
      <Text at={[166, 126]} look="d-m d-onmiss">
        401
      </Text>
      <Text at={[222, 268]} look="d-t">
        one event only, ResponseStarted, and nobody in it
      </Text>
      <Text at={[222, 286]}>a rule with users or userGroups never matches it</Text>
    </Drawing>
  )
}

function Phone() {
  return (
    <Drawing {...ABOUT} size="phone" width={332} height={560}>
      <rect className="d-soft" y="62" width="120" height="318" rx="3" />
      <rect className="d-box" x="12" y="1" width="96" height="33" rx="4" />
      <Text at={[60, 21]} look="d-t d-s d-b d-mid">
        kubectl
      </Text>
      <path className="d-wave" d="M60 34c0 3-6 3-6 7s12 5 12 10-6 3-6 6v12" />
      <path className="d-head" d="M55 70l5 10 5-10z" />
      <path className="d-line" d="M60 114v18M60 166v18M60 218v18M60 270v18M60 322v18" />
      {HANDLERS.map(({ name }, at) => (
        <Handler key={name} name={name} box={[12, 80 + at * 52, 96, 34]} />
      ))}

      <path className="d-line d-miss" d="M108 97h22" />
      <path className="d-missf" d="M129 92l9 5-9 5z" />
      <Text at={[144, 84]} look="d-m d-onmiss">
        401
      </Text>
      <Text at={[144, 101]}>one event, ResponseStarted,</Text>
      <Text at={[144, 117]}>and nobody in it</Text>

      <path className="d-line" d="M108 149h38" />
      <circle className="d-wall" cx="152" cy="149" r="6" />
      <Text at={[166, 153]} look="d-m">
        RequestReceived
      </Text>
      <Text at={[166, 171]}>the policy is asked; no</Text>
      <Text at={[166, 187]}>body and no code yet</Text>

      <path className="d-wave" d="M152 155v180c0 5-6 5-6 10s12 5 12 10-6 5-6 10v152" />
      <path className="d-head" d="M147 516l5 10 5-10z" />
      <circle className="d-wall" cx="152" cy="404" r="6" />
      <Text at={[166, 408]} look="d-m">
        ResponseStarted
      </Text>
      <Text at={[166, 426]}>headers are out; only</Text>
      <Text at={[166, 442]}>watch, exec, log, …</Text>
      <circle className="d-wall" cx="152" cy="480" r="6" />
      <Text at={[166, 484]} look="d-m">
        ResponseComplete
      </Text>
      <Text at={[166, 502]}>the last byte is out</Text>
      <Text at={[166, 522]} look="d-m d-onmiss">
        Panic
      </Text>
      <Text at={[208, 522]}>if it crashed</Text>
      <Text at={[166, 545]}>time</Text>
      <Text at={[12, 400]}>kube-apiserver</Text>
    </Drawing>
  )
}
