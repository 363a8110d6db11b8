import type { Outcome, WireAnswer } from "./exchange.ts"

/** What is wrong with what came of a request, in words; empty if nothing is. */
export function misgivings({ answers, hung }: Outcome): string[] {
  return [...(hung ? ["nothing came in time"] : []), ...answers.flatMap(wrongIn)]
}

/** A status of the server's side is right only where the real server has it, and says it as the real server does. */
function wrongIn({ status, head, body }: WireAnswer): string[] {
  const shown = `${status} ${JSON.stringify(body.slice(0, 200))}`
  if (!(status >= 200 && status < 600)) return [`no status: ${head.slice(0, 100)}`]
  if (status < 500) return /"stack"|node_modules|\.ts:\d+/.test(body) ? [`tells of itself: ${shown}`] : []
  if (body === "" && status === 501) return [`fails: ${shown}`]
  return isRealFailure(status, body) ? [] : [`fails: ${shown}`]
}

/** Faults of the real server that are kept, of which it says nothing, and methods that a project does not allow. */
function isRealFailure(status: number, body: string): boolean {
  if (status === 500) {
    return body.includes('"type":"general_unknown"') || body.includes('"message":"Error: Server Error"')
  }
  return status === 501 && body.includes('"type":"user_auth_method_unsupported"')
}
