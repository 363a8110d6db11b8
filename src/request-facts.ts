/** What services may know of a request besides its parameters. */
export interface RequestFacts {
  /** Host of the `Host` header, without port. */
  readonly hostname: string
  readonly https: boolean
  /** Address of the client. */
  readonly ip: string
  /** The `User-Agent` header; for API keys `X-Forwarded-User-Agent` comes first. */
  readonly userAgent: string
}
