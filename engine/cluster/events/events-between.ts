import type { FalcoEvent } from '../../validation/falco/event.ts'
import { readFalcoEvent } from '../../validation/falco/events/read-event.ts'
import type { World } from '../world.ts'
import { type Fired, fired, type Happening } from './happening.ts'
import { toldInFull } from './told-in-full.ts'

/** An event of a host with its time, in milliseconds since 1970. */
export interface TimedEvent {
  readonly time: number
  readonly event: FalcoEvent
}

/** More are never given at once; the newest are. */
export const eventsAtMost = 10_000

/** A moment at which something happens: `part` is what is beyond the millisecond, in nanoseconds. */
interface Moment {
  readonly time: number
  readonly part: number
  readonly number: number
  readonly event: FalcoEvent
}

/** What happens on a host after one moment and up to another, in order, told in full. Milliseconds since 1970. */
export function eventsBetween(
  world: World,
  host: string,
  after: number,
  upTo: number,
  most = eventsAtMost,
): readonly TimedEvent[] {
  const moments: Moment[] = (world.happenings.get(host) ?? []).flatMap((happening, index) =>
    momentsOf(happening, index, world.began, after, upTo),
  )
  for (const [index, each] of world.fired.entries())
    if (each.host === host && each.at > after && each.at <= upTo) moments.push(...momentOf(each, index))
  return moments
    .sort((a, b) => a.time - b.time || a.part - b.part)
    .slice(-most)
    .map(({ time, part, number, event }) => {
      const nanoseconds = `${time}${String(part).padStart(6, '0')}`
      return { time, event: toldInFull(event, { nanoseconds, host, number }) }
    })
}

/** Whether anything can happen on a host at all. */
export function isEventful({ happenings, fired }: World, host: string): boolean {
  return (happenings.get(host)?.length ?? 0) > 0 || fired.some(each => each.host === host)
}

/** Nothing happens at the very beginning of a second: these many milliseconds, and nanoseconds, later. */
const fraction = (index: number, turn: number) => (index * 373 + turn * 618 + 137) % 1000
const part = (index: number, turn: number) => (index * 104_729 + turn * 7919 + 467_211) % 1_000_000

function momentsOf(happening: Happening, index: number, began: number, after: number, upTo: number): readonly Moment[] {
  const { event } = happening
  const made = (second: number, turn: number): Moment => ({
    time: began + second * 1000 + fraction(index, turn),
    part: part(index, turn),
    number: 1000 + second * 97 + index * 13,
    event,
  })
  const inside = ({ time }: Moment) => time > after && time <= upTo
  if ('at' in happening) return [made(happening.at, 0)].filter(inside)
  const { every, from, until } = happening
  const end = Math.min((upTo - began) / 1000, until ?? Number.POSITIVE_INFINITY)
  const last = Math.floor((end - from) / every)
  const first = Math.max(0, Math.floor(((after - began) / 1000 - 1 - from) / every), last - eventsAtMost)
  const moments: Moment[] = []
  for (let turn = first; turn <= last; turn++) {
    const moment = made(from + turn * every, turn)
    if (inside(moment)) moments.push(moment)
  }
  return moments
}

const read = new WeakMap<Fired, FalcoEvent>()

function momentOf(each: Fired, index: number): readonly Moment[] {
  const event = read.get(each) ?? readFalcoEvent(each.shorthand).value
  if (!event) return []
  read.set(each, event)
  return [{ time: each.at, part: part(index, 1), number: 5000 + (each.at % 10_000), event }]
}

/** Makes something happen on a host, right after now: who looked just now sees it next. What happened long ago is forgotten. */
export function fire(world: World, host: string, shorthand: Fired['shorthand']): void {
  world.fired.push({ host, at: world.clock + 1, shorthand })
  const kept = world.fired.filter(({ at }) => at > world.clock - fired.milliseconds).slice(-fired.most)
  world.fired.splice(0, world.fired.length, ...kept)
}
