import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import {
  API,
  type Checker,
  type Signature,
  SignatureKind,
  type Type,
  type Symbol as TypeSymbol,
} from "typescript/unstable/sync"
import { aliasOf, type InstalledClient } from "../client.ts"
import { CLIENTS_FOLDER } from "../install.ts"
import type { DeclaredMember, Shape } from "./shape.ts"
import { mayBeUndefined, membersOf, shapeOfType } from "./shape-of-type.ts"

/** One way to call a method: newer clients take one object, and still what older ones took. */
export interface Way {
  readonly takes: "one object" | "a list"
  /** By name, in their order. */
  readonly parameters: Readonly<Record<string, DeclaredMember>>
  /** What its promise brings; `undefined` where it brings no promise. */
  readonly answer: Shape | undefined
}

/** The methods of a service, each with all the ways to call it. */
export type DeclaredMethods = ReadonlyMap<string, readonly Way[]>

/**
 * Reads the methods of a service from the type declarations that come with the client, by the compiler itself.
 *
 * @param service name of the class: `Users`.
 * @throws Error if the client's declarations have errors of their own where the service is used.
 */
export function declaredMethods(client: InstalledClient, service: string): DeclaredMethods {
  const folder = join(CLIENTS_FOLDER, "types", aliasOf(client))
  writeProject(folder, client, service)
  const api = new API({ cwd: folder })
  try {
    const snapshot = api.updateSnapshot({ openProjects: [join(folder, "tsconfig.json")] })
    const [project] = snapshot.getProjects()
    const file = project?.program.getSourceFile(join(folder, "entry.ts"))
    if (project === undefined || file === undefined) throw new Error(`nothing was read of ${folder}`)
    const [error] = project.program.getSemanticDiagnostics(join(folder, "entry.ts"))
    if (error !== undefined) throw new Error(`${aliasOf(client)} has no ${service}: ${error.text}`)
    return methodsOf(project.checker, serviceType(project.checker, project.checker.getSymbolAtLocation(file)))
  } finally {
    api.close()
  }
}

/** A project that uses the service under the package's own name, which the oldest declarations insist on. */
function writeProject(folder: string, client: InstalledClient, service: string): void {
  const manifest: { types: string } = JSON.parse(readFileSync(join(client.folder, "package.json"), "utf8"))
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    module: "preserve",
    target: "es2023",
    lib: ["es2023", "dom"],
    types: [],
    paths: { [client.name]: [join(client.folder, manifest.types)] },
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["entry.ts"] }))
  const entry = `import type { ${service} } from "${client.name}"\nexport declare const service: ${service}\n`
  writeFileSync(join(folder, "entry.ts"), entry)
}

function serviceType(checker: Checker, module: TypeSymbol | undefined): Type {
  const symbol = module && checker.getMemberInModuleExports(module, "service")
  const type = symbol && checker.getTypeOfSymbol(symbol)
  if (type === undefined) throw new Error("the service has no type")
  return type
}

function methodsOf(checker: Checker, service: Type): DeclaredMethods {
  const methods = new Map<string, readonly Way[]>()
  for (const symbol of checker.getPropertiesOfType(service)) {
    const type = checker.getTypeOfSymbol(symbol)
    const signatures = type === undefined ? [] : checker.getSignaturesOfType(type, SignatureKind.Call)
    if (signatures.length > 0)
      methods.set(
        symbol.name,
        signatures.map((one) => wayOf(checker, one)),
      )
  }
  return methods
}

function wayOf(checker: Checker, signature: Signature): Way {
  const returned = checker.getReturnTypeOfSignature(signature)
  const [promised] =
    returned?.isTypeReference() && returned.getSymbol()?.name === "Promise"
      ? checker.getTypeArguments(returned)
      : []
  const answer = promised && shapeOfType(checker, promised)
  const taken = signature
    .getParameters()
    .map((symbol) => ({ name: symbol.name, type: checker.getTypeOfSymbol(symbol) }))
  const [first, ...others] = taken
  if (first?.name === "params" && first.type !== undefined && others.length === 0) {
    const type = checker.getNonNullableType(first.type) ?? first.type
    return { takes: "one object", parameters: membersOf(checker, type), answer }
  }
  const parameters: Record<string, DeclaredMember> = {}
  for (const { name, type } of taken) {
    if (type === undefined) throw new Error(`${name} has no type`)
    parameters[name] = { shape: shapeOfType(checker, type), optional: mayBeUndefined(type) }
  }
  return { takes: "a list", parameters, answer }
}
