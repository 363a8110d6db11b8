const OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"

const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)

const GROUP = /^[a-f0-9]{1,4}$/

const GROUPS = 8
/** An IPv4 address at the end stands for two groups. */
const GROUPS_BEFORE_IPV4 = 6
/** RFC 5321: `::` stands for two groups or more. */
const LEAST_LEFT_OUT = 2

/** Whether the text, in small letters, is an IP address in brackets: `[192.0.2.1]`, `[ipv6:2001:db8::1]`. */
export function isAddressLiteral(text: string): boolean {
  const inside = /^\[(ipv6:)?(.+)\]$/.exec(text)
  if (inside === null) return false
  const [, tag, ip = ""] = inside
  return tag === undefined ? IPV4.test(ip) : isIpv6(ip)
}

function isIpv6(text: string): boolean {
  if (!text.includes(".")) return isGroups(text, GROUPS)
  const colon = text.lastIndexOf(":")
  if (!IPV4.test(text.slice(colon + 1))) return false
  const before = text.slice(0, colon)
  return isGroups(before.endsWith(":") ? `${before}:` : before, GROUPS_BEFORE_IPV4)
}

/** Whether the text is `count` groups of hexadecimal digits, or fewer with one `::` for those left out. */
function isGroups(text: string, count: number): boolean {
  const sides = text.split("::").map((side) => (side === "" ? [] : side.split(":")))
  const groups = sides.flat()
  if (!groups.every((group) => GROUP.test(group))) return false
  return sides.length === 1
    ? groups.length === count
    : sides.length === 2 && groups.length <= count - LEAST_LEFT_OUT
}
