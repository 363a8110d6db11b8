import { inBody, inText } from "./broken-answer.ts"
import { testBroken } from "./broken-case.ts"

testBroken([
  ["another status", "scenarios/server-sessions", 0, (answer) => ({ ...answer, status: 200 }), "status"],
  ["a text for a number in prefs", "scenarios/prefs", 5, inBody(["a"], (one) => String(one)), "body.a"],
  [
    "JSON for a page",
    "scenarios/auth-and-scopes",
    33,
    (answer) => ({ ...answer, body: { message: "" } }),
    "body",
  ],
  [
    "another project in a message",
    "scenarios/auth-and-scopes",
    17,
    inText(["message"], (text) => text.replace(/app\.[0-9a-f]+/, "app.x")),
    "body.message",
  ],
  [
    "another setting in the project model",
    "scenarios/policy-sessions",
    1,
    inBody(["authMethods", 0, "enabled"], () => false),
    "body.authMethods[0].enabled",
  ],
])
