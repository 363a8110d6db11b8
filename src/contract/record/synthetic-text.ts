import { createHash } from "node:crypto"

const digits = "0123456789"
const lower = "abcdefghijklmnopqrstuvwxyz"
const upper = lower.toUpperCase()

/** Alphabets of server-made text, the narrowest first. */
const alphabets = [digits, `${digits}abcdef`, `${upper}234567`]

const MOST_TRIES = 20

/** Makes texts that look like others but have nothing of them. */
export interface SyntheticTexts {
  /** The text that stands for a real one: of the same length and made of the same kinds of characters. */
  of(real: string): string
}

/**
 * Synthetic texts for one recording, always the same for the same seed and order of asking. They do not depend on the
 * real texts, so that nothing can be computed back from them.
 */
export function syntheticTexts(seed: string): SyntheticTexts {
  const given = new Map<string, string>()
  const used = new Set<string>()
  let count = 0
  function fresh(real: string): string {
    const alphabet = alphabets.find((alphabet) =>
      [...real].every((character) => alphabet.includes(character)),
    )
    let text = real
    // A text without letters or digits, or a very short one, may have no other of its looks.
    for (let tries = 0; tries < MOST_TRIES && (text === real || used.has(text)); tries++) {
      const source = characterSource(`${seed}/${count++}`)
      text = [...real].map((character) => source(alphabet ?? alphabetOf(character))).join("")
    }
    return text
  }
  return {
    of(real) {
      const known = given.get(real)
      if (known !== undefined) return known
      const [prefix = ""] = /^(?:standard_|dynamic_)?/.exec(real) ?? []
      const text = prefix + fresh(real.slice(prefix.length))
      given.set(real, text)
      used.add(text)
      return text
    },
  }
}

function alphabetOf(character: string): string {
  return [digits, lower, upper].find((alphabet) => alphabet.includes(character)) ?? character
}

function characterSource(seed: string): (alphabet: string) => string {
  let bytes = createHash("sha256").update(seed).digest()
  let next = 0
  return (alphabet) => {
    if (next === bytes.length) {
      bytes = createHash("sha256").update(bytes).digest()
      next = 0
    }
    return alphabet[bytes.readUInt8(next++) % alphabet.length] ?? ""
  }
}
