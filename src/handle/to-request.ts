/**
 * A request, from what the web's own `fetch` takes.
 * @param base where paths begin.
 */
export function toRequest(
  request: Request | URL | string,
  init: RequestInit | undefined,
  base: string,
): Request {
  if (typeof request === "string" || request instanceof URL) return new Request(new URL(request, base), init)
  return init === undefined ? request : new Request(request, init)
}
