import { hash } from "node:crypto"
import { equalText } from "./constant-time.ts"

export type Md5Options = {
  readonly type: "md5"
}

/** What Appwrite 1.9 stores beside an imported MD5. */
export function md5Options(): Md5Options {
  return { type: "md5" }
}

/** Whether the text is the MD5 of the password in lower-case hex; upper-case hex never matches (Appwrite 1.9). */
export function verifyMd5(text: string, password: string): boolean {
  return equalText(hash("md5", password), text)
}
