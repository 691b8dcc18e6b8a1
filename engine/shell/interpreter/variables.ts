/** A shell variable: a text, an array by index, or a map by name; `value` stays undefined while only declared. */
export interface Variable {
  value?: string | undefined
  array?: Map<number, string>
  map?: Map<string, string>
  exported?: boolean
  readonly?: boolean
  integer?: boolean
  letters?: 'lower' | 'upper'
  reference?: boolean
}

/** The variables of a shell, with one layer for each function that runs. */
export interface Variables {
  get(name: string): Variable | undefined
  /** The variable where it is, or a new one in the outermost layer. */
  claim(name: string): Variable
  /** A new variable of the function that runs. */
  local(name: string): Variable
  /** The variable of the function that runs itself, if it has one of that name. */
  own(name: string): Variable | undefined
  remove(name: string): void
  names(): readonly string[]
  enter(): void
  leave(): void
  readonly depth: number
  copy(): Variables
}

type Layer = Map<string, Variable | undefined>

export function createVariables(layers: Layer[] = [new Map()]): Variables {
  const find = (name: string): Variable | undefined => {
    for (let i = layers.length - 1; i >= 0; i--) {
      const layer = layers[i]
      if (layer?.has(name)) return layer.get(name)
    }
    return undefined
  }
  return {
    get: find,
    claim: name => {
      const found = find(name)
      if (found) return found
      const made: Variable = {}
      const holder = layers.findLast(layer => layer.has(name)) ?? layers[0]
      holder?.set(name, made)
      return made
    },
    local: name => {
      const made: Variable = {}
      layers.at(-1)?.set(name, made)
      return made
    },
    own: name => layers.at(-1)?.get(name),
    remove: name => {
      for (let i = layers.length - 1; i >= 0; i--) {
        const layer = layers[i]
        if (!layer?.has(name)) continue
        if (i === layers.length - 1 && i > 0) layer.set(name, undefined)
        else layer.delete(name)
        return
      }
    },
    names: () => [...new Set(layers.flatMap(layer => [...layer.keys()]))].filter(name => find(name)).sort(),
    enter: () => void layers.push(new Map()),
    leave: () => void layers.pop(),
    get depth() {
      return layers.length - 1
    },
    copy: () => createVariables(layers.map(layer => new Map([...layer].map(([name, it]) => [name, it && copied(it)])))),
  }
}

function copied(variable: Variable): Variable {
  return {
    ...variable,
    ...(variable.array ? { array: new Map(variable.array) } : {}),
    ...(variable.map ? { map: new Map(variable.map) } : {}),
  }
}
