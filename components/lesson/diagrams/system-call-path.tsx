import { Drawing } from './drawing.tsx'
import { FilterText } from './filter-text.tsx'
import { Text } from './text.tsx'

const ABOUT = {
  id: 'system-call-path',
  title: 'How a system call reaches the kernel',
  description:
    'A process in a container makes a system call. Before the call does anything, the kernel runs the seccomp filter, ' +
    'which looks at the architecture, the number of the call and its arguments, and falls back to the default action. ' +
    'Allowed calls still have to pass capabilities and AppArmor before they run. ' +
    'Refused calls return minus one with an error number. A kill action ends the process with SIGSYS, exit code 159.',
}

/** Where in the way of a system call the filter stands, and its three ways out. */
export function SystemCallPath() {
  return (
    <figure className="fig wide">
      <Desk />
      <Phone />
      <figcaption>
        The filter is asked first, and it can only say no. What it lets through still has to pass capabilities and
        AppArmor; so “Operation not permitted” alone does not tell who refused.
      </figcaption>
    </figure>
  )
}

function Desk() {
  return (
    <Drawing {...ABOUT} size="desk" width={670} height={300}>
      <rect className="d-soft" width="180" height="300" rx="3" />
      <rect className="d-wall" x="180" width="10" height="300" />
      <Text at={[12, 22]}>Container, user space</Text>
      <Text at={[204, 22]}>Kernel</Text>

      <rect className="d-box" x="14" y="104" width="128" height="60" rx="4" />
      <Text at={[28, 129]} look="d-t d-b">
        nginx worker
      </Text>
      <Text at={[28, 151]} look="d-m">
        unshare(…)
      </Text>
      <path className="d-wave" d="M142 134c4 0 4-8 9-8s5 16 9 16 5-16 9-16 5 8 9 8h46" />
      <path className="d-head" d="M224 129l10 5-10 5z" />

      <rect className="d-box" x="236" y="44" width="186" height="188" rx="4" />
      <FilterText x={250} y={68} end={408} />

      <path className="d-line d-pass" d="M422 90h44" />
      <path className="d-passf" d="M465 85l9 5-9 5z" />
      <Text at={[428, 81]} look="d-m d-onpass">
        ALLOW
      </Text>
      <rect className="d-box" x="476" y="44" width="96" height="92" rx="4" />
      <Text at={[488, 68]} look="d-t d-b">
        Then still
      </Text>
      <Text at={[488, 92]}>capabilities</Text>
      <Text at={[488, 114]}>AppArmor</Text>
      <path className="d-line d-pass" d="M572 90h18" />
      <path className="d-passf" d="M589 85l9 5-9 5z" />
      <rect className="d-box" x="600" y="64" width="68" height="52" rx="4" />
      <Text at={[634, 86]} look="d-t d-b d-mid">
        the call
      </Text>
      <Text at={[634, 104]} look="d-t d-b d-mid">
        runs
      </Text>

      <path className="d-line d-miss" d="M422 196h44" />
      <path className="d-missf" d="M465 191l9 5-9 5z" />
      <Text at={[428, 187]} look="d-m d-onmiss">
        KILL
      </Text>
      <Text at={[482, 194]} look="d-t">
        SIGSYS: the process ends
      </Text>
      <Text at={[482, 212]}>exit code 159</Text>

      <path className="d-line d-miss" d="M329 232v34H78v-92" />
      <path className="d-missf" d="M73 174l5-9 5 9z" />
      <Text at={[338, 254]} look="d-m d-onmiss">
        ERRNO
      </Text>
      <Text at={[204, 287]}>the call returns −1 and an error number, mostly EPERM</Text>
    </Drawing>
  )
}

function Phone() {
  return (
    <Drawing {...ABOUT} size="phone" width={332} height={492}>
      <rect className="d-soft" width="332" height="100" rx="3" />
      <rect className="d-wall" y="100" width="332" height="10" />
      <Text at={[10, 20]}>Container, user space</Text>
      <Text at={[32, 130]}>Kernel</Text>

      <rect className="d-box" x="96" y="30" width="156" height="52" rx="4" />
      <Text at={[110, 52]} look="d-t d-b">
        nginx worker
      </Text>
      <Text at={[110, 71]} look="d-m">
        unshare(…)
      </Text>
      <path className="d-wave" d="M174 82c0 4-7 4-7 8s14 4 14 8-7 4-7 8v28" />
      <path className="d-head" d="M169 134l5 9 5-9z" />

      <rect className="d-box" x="76" y="146" width="196" height="188" rx="4" />
      <FilterText x={90} y={170} end={258} />

      <path className="d-line d-pass" d="M174 334v30" />
      <path className="d-passf" d="M169 363l5 9 5-9z" />
      <Text at={[184, 356]} look="d-m d-onpass">
        ALLOW
      </Text>
      <rect className="d-box" x="76" y="374" width="196" height="52" rx="4" />
      <Text at={[90, 396]} look="d-t d-b">
        Then still
      </Text>
      <Text at={[90, 414]}>capabilities, AppArmor</Text>
      <path className="d-line d-pass" d="M174 426v18" />
      <path className="d-passf" d="M169 443l5 9 5-9z" />
      <rect className="d-box" x="114" y="454" width="120" height="34" rx="4" />
      <Text at={[174, 476]} look="d-t d-b d-mid">
        the call runs
      </Text>

      <path className="d-line d-miss" d="M76 240H22V56h64" />
      <path className="d-missf" d="M85 51l9 5-9 5z" />
      <Text at={[29, 212]} look="d-m d-onmiss">
        ERRNO
      </Text>
      <Text at={[29, 230]}>−1</Text>

      <path className="d-line d-miss" d="M272 292h30" />
      <path className="d-missf" d="M301 287l9 5-9 5z" />
      <Text at={[278, 282]} look="d-m d-onmiss">
        KILL
      </Text>
      <Text at={[278, 314]}>SIGSYS</Text>
      <Text at={[278, 331]}>exit 159</Text>
    </Drawing>
  )
}
