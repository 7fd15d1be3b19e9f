/**
 * Values as structured clones carry them, as JSON: Date, Map, Set, Error, typed arrays and the numbers JSON lacks.
 * `makeCodec` uses nothing from outside itself, since its source text is also put into pages.
 */

/** Extension of the codec for values that cannot be cloned: functions and promises. */
export interface CodecHooks {
  /** @returns a tagged value, or undefined for what can be copied */
  encode(value: unknown): Tagged | undefined
  decode(tagged: Tagged): unknown
}

export interface Tagged {
  $: string
  v?: unknown
}

export interface Codec {
  /** @throws `An object could not be cloned.` as Electron does */
  encode(value: unknown): unknown
  decode(value: unknown): unknown
}

export function makeCodec(hooks?: CodecHooks): Codec {
  const views = new Map<string, new (buffer: ArrayBuffer) => ArrayBufferView>(
    Object.entries({
      Int8Array,
      Uint8Array,
      Uint8ClampedArray,
      Int16Array,
      Uint16Array,
      Int32Array,
      Uint32Array,
      Float32Array,
      Float64Array,
      BigInt64Array,
      BigUint64Array,
      DataView,
    }),
  )
  const errors = new Map<string, new (message: string) => Error>(
    Object.entries({ TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError }),
  )

  function toBase64(bytes: Uint8Array): string {
    let text = ''
    // Chunks of 32,768 bytes: engines limit the number of arguments of String.fromCharCode.
    for (let index = 0; index < bytes.length; index += 32768) {
      text += String.fromCharCode(...bytes.subarray(index, index + 32768))
    }
    return btoa(text)
  }

  function fromBase64(text: string): ArrayBuffer {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0)).buffer
  }

  function refuseToClone(): never {
    throw new Error('An object could not be cloned.')
  }

  function encodeNumber(value: number): unknown {
    if (Object.is(value, -0)) return { $: 'number', v: '-0' }
    return Number.isFinite(value) ? value : { $: 'number', v: String(value) }
  }

  function encode(value: unknown, holders: readonly unknown[] = []): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'undefined') return { $: 'undefined' }
    if (typeof value === 'number') return encodeNumber(value)
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    const special = hooks?.encode(value)
    if (special) return special
    if (typeof value !== 'object') return refuseToClone()
    if (holders.includes(value)) {
      throw new Error('A value that holds itself cannot be sent in the stand-in for Electron')
    }
    return encodeObject(value, [...holders, value])
  }

  function encodeObject(value: object, holders: readonly unknown[]): unknown {
    const inner = (item: unknown) => encode(item, holders)
    if (Array.isArray(value)) return Array.from(value, inner)
    // Class name instead of instanceof: the value may come from another realm.
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      return { $: 'view', v: [views.has(kind) ? kind : 'Uint8Array', toBase64(bytes)] }
    }
    switch (kind) {
      case 'Date':
        return { $: 'date', v: encodeNumber((value as Date).getTime()) }
      case 'RegExp':
        return { $: 'regexp', v: [(value as RegExp).source, (value as RegExp).flags] }
      case 'Map':
        return {
          $: 'map',
          v: Array.from(value as Map<unknown, unknown>, ([key, item]) => [inner(key), inner(item)]),
        }
      case 'Set':
        return { $: 'set', v: Array.from(value as Set<unknown>, inner) }
      case 'ArrayBuffer':
        return { $: 'buffer', v: toBase64(new Uint8Array(value as ArrayBuffer)) }
      case 'Error': {
        const { name, message, stack } = value as Error
        return { $: 'error', v: [name, message, stack ?? ''] }
      }
      case 'Promise':
      case 'WeakMap':
      case 'WeakSet':
        return refuseToClone()
      default: {
        const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item)]))
        return '$' in copy ? { $: 'object', v: copy } : copy
      }
    }
  }

  function decode(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    return isTagged(value) ? decodeTagged(value) : decodeFields(value)
  }

  function isTagged(value: object): value is Tagged {
    return '$' in value
  }

  // fromEntries defines its fields, so that a field named __proto__ stays a field.
  function decodeFields(value: object): unknown {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]))
  }

  function decodeTagged(tagged: Tagged): unknown {
    const v = tagged.v as never
    switch (tagged.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(v)
      case 'bigint':
        return BigInt(v)
      case 'date':
        return new Date(decode(v) as number)
      case 'regexp':
        return new RegExp(v[0], v[1])
      case 'map':
        return new Map((v as [unknown, unknown][]).map(([key, item]) => [decode(key), decode(item)]))
      case 'set':
        return new Set((v as unknown[]).map(decode))
      case 'buffer':
        return fromBase64(v)
      case 'view': {
        const View = views.get(v[0]) ?? Uint8Array
        return new View(fromBase64(v[1]))
      }
      case 'error': {
        const Type = errors.get(v[0]) ?? Error
        const error = new Type(v[1])
        error.stack = v[2]
        return error
      }
      case 'object':
        return decodeFields(v)
      default:
        return hooks?.decode(tagged)
    }
  }

  return { encode: value => encode(value), decode }
}
