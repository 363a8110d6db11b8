/** Ends a request apart from all rules of the API: with what stands between server and client. */
export class Interruption extends Error {
  override readonly name = "Interruption"
  /** Answers in the server's stead, or rejects as a `fetch` does whose connection breaks. */
  readonly end: () => Response | Promise<Response>

  constructor(end: () => Response | Promise<Response>) {
    super("The request was interrupted by a fault that was asked for")
    this.end = end
  }
}

/** In process the connection breaks as that of Node's `fetch` does; on a port it is the emulator that breaks it. */
export class ConnectionReset extends TypeError {
  constructor() {
    const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" })
    super("fetch failed", { cause })
  }
}
