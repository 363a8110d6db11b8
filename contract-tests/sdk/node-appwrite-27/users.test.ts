import { Client, Users } from "node-appwrite-27"
import { testEveryMethod } from "../every-method.ts"
import { mfaAndTargets } from "./mfa-and-targets.ts"
import { newUsers } from "./new-users.ts"
import { properties } from "./properties.ts"
import { sessions } from "./sessions.ts"

testEveryMethod(
  Users.prototype,
  (endpoint) => new Users(new Client().setEndpoint(endpoint).setProject("emulator").setKey("emulator")),
  { ...newUsers, ...properties, ...sessions, ...mfaAndTargets },
)
