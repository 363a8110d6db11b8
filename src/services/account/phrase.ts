import type { Randomness } from "../../store/randomness.ts"

const ADJECTIVES = [
  ..."Amber Bold Brisk Calm Clever Cosy Crisp Eager Fair Fond Gentle Golden Happy Humble Jolly Keen".split(
    " ",
  ),
  ..."Kind Lively Lucky Mellow Merry Mild Neat Nimble Patient Plucky Proud Quiet Rapid Sunny Swift Witty".split(
    " ",
  ),
]

const NOUNS = [
  ..."acorn badger beacon birch brook canyon cedar cloud comet cricket falcon fern finch garden harbour".split(
    " ",
  ),
  ..."heron island juniper lantern maple meadow otter pebble pine raven river robin sparrow summit tulip willow wren".split(
    " ",
  ),
]

/**
 * Appwrite 1.9: an adjective and a noun that stand both in the answer and in the mail, so that users can tell that the
 * mail is the one they asked for.
 */
export function securityPhrase(randomness: Randomness): string {
  const [first = 0, second = 0] = randomness.bytes(2)
  return `${ADJECTIVES[first % ADJECTIVES.length]} ${NOUNS[second % NOUNS.length]}`
}
