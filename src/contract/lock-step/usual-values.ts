import type { Sample } from "../../validators/sample.ts"
import type { JsonValue } from "../json-value.ts"
import { earlier } from "./call.ts"

/** Values and how often they are taken. */
export type Weighted = readonly (readonly [weight: number, value: JsonValue])[]

const emails: Weighted = [
  [8, "{me}@example.com"],
  [1, "{run}a@example.com"],
  [1, "{run}b@example.com"],
  [1, "{ME}@Example.com"],
]

const phones: Weighted = [
  [8, "{phone}{digit}"],
  [1, "{phone}1"],
  [1, "{phone}2"],
]

const passwords: Weighted = [
  [6, "correct-horse-1"],
  [2, "correct-horse-2"],
  [1, "pass-{me}"],
]

const words: Weighted = [
  [2, "Ann Example"],
  [2, "Ben"],
  [1, "ann"],
  [1, "Zoë Ünal"],
]

const fromAnswers = (name: string, otherwise: JsonValue): Weighted => [
  [8, earlier(name, 0, otherwise)],
  [2, earlier(name, 1, otherwise)],
  [1, otherwise],
]

/** Texts by the name of their parameter, where the name says what they are. */
const texts: ReadonlyMap<string, Weighted> = new Map([
  ["name", words],
  ["oldPassword", passwords],
  ["identifier", [...emails, ...phones]],
  ["secret", fromAnswers("secret", "nosecret")],
  ["otp", fromAnswers("otp", "000000")],
  ["challengeId", fromAnswers("challengeId", "nochallenge")],
  ["search", [...words, [1, "{run}"], [1, "{me}@example.com"], [1, "example.com"]]],
])

function ids(name: string, isNew: boolean): Weighted {
  if (isNew)
    return [
      [8, "{me}"],
      [1, "unique()"],
      [1, "{run}a"],
      [1, "{run}b"],
      [1, "{ME}"],
    ]
  if (name === "userId")
    return [
      [12, "{me}"],
      [1, earlier("userId", 0, "{me}")],
      [1, "{run}b"],
      [1, "{ME}"],
    ]
  const keywords: Weighted =
    name === "sessionId"
      ? [
          [2, "current"],
          [1, "recent"],
        ]
      : []
  return [...fromAnswers(name, "{me}"), ...keywords, [1, "{me}"]]
}

/** The few values that a parameter is mostly tried with, so that calls collide; none for those whose kind says all. */
export function usualValues(name: string, sample: Sample): Weighted {
  switch (sample.kind) {
    case "id":
      return ids(name, sample.isNew)
    case "email":
      return emails
    case "phone":
      return phones
    case "password":
      return passwords
    case "text":
      return texts.get(name) ?? []
    case "date":
      return [
        [1, "2030-01-01T00:00:00.000+00:00"],
        [1, "2001-02-03 04:05:06"],
      ]
    case "object":
      // Appwrite 1.9 takes an empty list for an object, and its empty objects for lists.
      return [
        [1, {}],
        [1, []],
        [1, { "1": { a: {} } }],
      ]
    case "redirectUrl":
      return [[1, "http://localhost/join?x=y"]]
    default:
      return []
  }
}
