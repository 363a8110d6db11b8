/** Appwrite 1.9: what the console calls the platforms of pages and extensions, by the scheme of their origin. */
export const WEB_PLATFORMS: ReadonlyMap<string, string> = new Map([
  ["http", "Web"],
  ["https", "Web"],
  ["chrome-extension", "Web (Chrome Extension)"],
  ["moz-extension", "Web (Firefox Extension)"],
  ["safari-web-extension", "Web (Safari Extension)"],
  ["ms-browser-extension", "Web (Edge Extension)"],
])

/** The names of the server itself: pages from there need not be registered. */
export const OWN_HOSTS: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"])

/** Appwrite 1.9: schemes of apps that need not be registered. */
export function isAppScheme(scheme: string, projectId: string): boolean {
  return scheme === "exp" || scheme === `appwrite-callback-${projectId}`
}
