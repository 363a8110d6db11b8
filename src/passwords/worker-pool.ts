import { createRequire } from "node:module"
import { availableParallelism } from "node:os"
import { pathToFileURL } from "node:url"
import { Worker } from "node:worker_threads"

/** A function of an installed package, to be called in a worker thread. What goes in and out is cloned. */
export interface WorkerCall {
  /** As in an import statement, e.g. `hash-wasm`. */
  readonly module: string
  /** Name of the export. */
  readonly name: string
  readonly args: readonly unknown[]
}

interface Job {
  readonly call: WorkerCall
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

type Answer = { readonly value: unknown } | { readonly error: Error }

/**
 * The whole program of a worker. As text it needs no file of its own, so it is the same from sources and from the
 * package; it loads packages only, whose addresses the main thread has resolved.
 */
const PROGRAM = `
import { parentPort } from "node:worker_threads"
parentPort.on("message", async ({ url, name, args }) => {
  try {
    const module = await import(url)
    parentPort.postMessage({ value: await module[name](...args) })
  } catch (error) {
    parentPort.postMessage({ error })
  }
})`

/** One core is left to the main thread. */
const MAX_WORKERS = Math.min(4, Math.max(1, availableParallelism() - 1))

const { resolve: resolvePackage } = createRequire(import.meta.url)
const waiting: Job[] = []
/** Every running worker and what it is busy with. */
const workers = new Map<Worker, Job | undefined>()

/**
 * Calls a function off the main thread. Workers are started when first needed, at most one less than there are cores
 * (and four), and keep the process alive only while they have something to do. Calls that find no worker free wait
 * in order.
 *
 * @returns what the function returned
 * @throws what the function threw, or why the worker ended
 */
export function callInWorker(call: WorkerCall): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.push({ call, resolve, reject })
    assign()
  })
}

function assign(): void {
  const worker = waiting.length === 0 ? undefined : freeWorker()
  const job = worker && waiting.shift()
  if (worker === undefined || job === undefined) return
  workers.set(worker, job)
  worker.ref()
  const { module, name, args } = job.call
  worker.postMessage({ url: pathToFileURL(resolvePackage(module)).href, name, args })
}

function freeWorker(): Worker | undefined {
  for (const [worker, job] of workers) if (job === undefined) return worker
  return workers.size < MAX_WORKERS ? startWorker() : undefined
}

function startWorker(): Worker {
  // Flags of the main program, such as loaders and debuggers, are not for this one.
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`), { execArgv: [] })
  worker.on("message", (answer: Answer) => {
    const job = workers.get(worker)
    workers.set(worker, undefined)
    worker.unref()
    if ("error" in answer) job?.reject(answer.error)
    else job?.resolve(answer.value)
    assign()
  })
  const onEnd = (reason: Error): void => {
    const job = workers.get(worker)
    workers.delete(worker)
    job?.reject(reason)
    assign()
  }
  worker.on("error", onEnd)
  worker.on("exit", (code) => onEnd(new Error(`A hashing thread ended with exit code ${code}.`)))
  return worker
}
