import { endpoint } from "../../endpoint.ts"
import { AppwriteError } from "../../errors.ts"
import { mockPhone, mockPhoneList } from "../../models/mock-phone.ts"
import type { Project } from "../../project/project.ts"
import type { MockPhone } from "../../project/settings.ts"
import { NO_QUERIES } from "../../queries/parse-queries.ts"
import { looseBoolean } from "../../validators/boolean.ts"
import { optional, required } from "../../validators/parameter.ts"
import { queries } from "../../validators/queries.ts"
import { changeSettings } from "./change-settings.ts"
import { pageOf } from "./page-of.ts"
import { mockPhoneRules } from "./policy-parameters.ts"

/** Appwrite 1.9: the mock phones of a project. */
const MOST_MOCK_PHONES = 5000

/** @throws AppwriteError `mock_number_not_found` */
function loadMockPhone({ settings }: Project, number: string): MockPhone {
  const found = settings.mockPhones.find((mock) => mock.number === number)
  if (found === undefined) throw new AppwriteError("mock_number_not_found")
  return found
}

/** Appwrite 1.9: POST /v1/project/mock-phones. */
export const createMockPhone = endpoint({
  method: "POST",
  path: "/project/mock-phones",
  scopes: ["mocks.write"],
  params: { number: required(mockPhoneRules.number), otp: required(mockPhoneRules.otp) },
  event: "mock-phones.[number].create",
  model: mockPhone,
  action: ({ world, project, params }) => {
    const { mockPhones } = project.settings
    if (mockPhones.length >= MOST_MOCK_PHONES) throw new AppwriteError("mock_number_limit_exceeded")
    if (mockPhones.some(({ number }) => number === params.number)) {
      throw new AppwriteError("mock_number_already_exists")
    }
    const now = world.clock.now()
    const created = { ...params, $createdAt: now, $updatedAt: now }
    changeSettings(project, { mockPhones: [...mockPhones, created] })
    return created
  },
})

/** Appwrite 1.9: GET /v1/project/mock-phones. */
export const listMockPhones = endpoint({
  method: "GET",
  path: "/project/mock-phones",
  scopes: ["mocks.read"],
  params: {
    queries: optional(queries(), NO_QUERIES),
    total: optional(looseBoolean, true),
  },
  model: mockPhoneList,
  action: ({ project: { settings }, params }) => ({
    total: params.total ? settings.mockPhones.length : 0,
    mockNumbers: pageOf(settings.mockPhones, params.queries),
  }),
})

/** Appwrite 1.9: GET /v1/project/mock-phones/:number. The `+` is sent as it is: the path is not decoded. */
export const getMockPhone = endpoint({
  method: "GET",
  path: "/project/mock-phones/:number",
  scopes: ["mocks.read"],
  params: { number: required(mockPhoneRules.number) },
  model: mockPhone,
  action: ({ project, params }) => loadMockPhone(project, params.number),
})

/** Appwrite 1.9: PUT /v1/project/mock-phones/:number. */
export const updateMockPhone = endpoint({
  method: "PUT",
  path: "/project/mock-phones/:number",
  scopes: ["mocks.write"],
  params: { number: required(mockPhoneRules.number), otp: required(mockPhoneRules.otp) },
  event: "mock-phones.[number].update",
  model: mockPhone,
  action: ({ world, project, params }) => {
    const before = loadMockPhone(project, params.number)
    const after = { ...before, otp: params.otp, $updatedAt: world.clock.now() }
    changeSettings(project, {
      mockPhones: project.settings.mockPhones.map((mock) => (mock === before ? after : mock)),
    })
    return after
  },
})

/** Appwrite 1.9: DELETE /v1/project/mock-phones/:number. */
export const deleteMockPhone = endpoint({
  method: "DELETE",
  path: "/project/mock-phones/:number",
  scopes: ["mocks.write"],
  params: { number: required(mockPhoneRules.number) },
  event: "mock-phones.[number].delete",
  action: ({ project, params }) => {
    const found = loadMockPhone(project, params.number)
    changeSettings(project, { mockPhones: project.settings.mockPhones.filter((mock) => mock !== found) })
  },
})
