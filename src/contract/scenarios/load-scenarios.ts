import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { CannotCompare } from "../lock-step/cannot-compare.ts"
import type { Scenario } from "../scenario.ts"

/**
 * Loads the scenarios that a module exports: a list called `scenarios`, or its default export.
 * @param file relative to the current folder.
 * @throws CannotCompare when there is no such module, or when it exports something else.
 */
export async function loadScenarios(file: string): Promise<readonly Scenario[]> {
  let module: { readonly scenarios?: unknown; readonly default?: unknown }
  try {
    module = await import(pathToFileURL(resolve(file)).href)
  } catch (error) {
    throw new CannotCompare(`${file} can't be loaded: ${error instanceof Error ? error.message : error}`)
  }
  const list = module.scenarios ?? module.default
  if (Array.isArray(list) && list.every(isScenario)) return list
  throw new CannotCompare(`${file} exports no list \`scenarios\` of objects with name, area and run.`)
}

// A file is called by the name.
const fileName = /^[a-z0-9][a-z0-9-]*$/

function isScenario(value: unknown): value is Scenario {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    fileName.test(value.name) &&
    "area" in value &&
    typeof value.area === "string" &&
    "run" in value &&
    typeof value.run === "function"
  )
}
