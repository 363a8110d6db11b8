import { expect, test } from "vitest"
import type { OutboxMessage } from "../project/outbox.ts"
import { messageLine } from "./message-line.ts"

const asItIs = (text: string) => text
const plain = { strong: asItIs, faint: asItIs, warning: asItIs, ofStatus: () => asItIs }

const message: OutboxMessage = {
  project: "shop",
  kind: "magicUrl",
  channel: "email",
  recipient: "ada@example.com",
  userId: "ada",
  secret: "5ec2e7",
  link: "http://localhost/in?secret=5ec2e7",
  sentAt: "2026-01-02T03:04:05.678Z",
}

test.each<[string, Partial<OutboxMessage>, string]>([
  ["its link", {}, "magicUrl by email to ada@example.com: http://localhost/in?secret=5ec2e7"],
  [
    "its code, without a link",
    { kind: "otp", channel: "sms", recipient: "+4930123456", link: "" },
    "otp by sms to +4930123456: 5ec2e7",
  ],
  [
    "no more, where there is neither",
    { kind: "sessionAlert", link: "", secret: "" },
    "sessionAlert by email to ada@example.com",
  ],
  [
    "nothing that moves the cursor",
    { recipient: "\u001b[2J", link: "http://\u202e" },
    "magicUrl by email to \\u{1b}[2J: http://\\u{202e}",
  ],
])("a message is one line, with %s", (_case, changes, text) => {
  expect(messageLine({ ...message, ...changes }, plain)).toBe(`03:04:05.678 outbox ${text}`)
})
