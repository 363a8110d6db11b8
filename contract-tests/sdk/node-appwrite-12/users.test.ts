import { Client, Users } from "node-appwrite-12"
import { testEveryMethod } from "../every-method.ts"
import { sessionsAndTargets } from "./sessions-and-targets.ts"
import { usersAndProperties } from "./users-and-properties.ts"

testEveryMethod(
  Users.prototype,
  (endpoint) => new Users(new Client().setEndpoint(endpoint).setProject("emulator").setKey("emulator")),
  { ...usersAndProperties, ...sessionsAndTargets },
)
