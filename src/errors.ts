/** Default message and status of each error type that the server answers with. Source: Appwrite 1.9. */
const catalogue = {
  general_unknown: [500, "Server Error"],
  general_server_error: [500, "Server Error"],
  general_rate_limit_exceeded: [
    429,
    "Rate limit for the current endpoint has been exceeded. Please try again after some time.",
  ],
  general_smtp_disabled: [
    503,
    'SMTP is disabled on your Appwrite instance. You can <a href="/docs/email-delivery">learn more about setting up SMTP</a> in our docs.',
  ],
  general_phone_disabled: [
    503,
    "Phone provider is not configured. Please check the _APP_SMS_PROVIDER environment variable of your Appwrite server.",
  ],
  general_unknown_origin: [403, "Invalid Origin."],
  general_unauthorized_scope: [401, "The current user or API key does not have the required scopes."],
  general_argument_invalid: [400, "The request contains one or more invalid arguments."],
  general_query_invalid: [400, "The query's syntax is invalid. Please check the query and try again."],
  general_route_not_found: [
    404,
    "Route not found. Please ensure the endpoint is configured correctly and that the API route is valid for this SDK version. Refer to the API docs for more details.",
  ],
  general_cursor_not_found: [
    400,
    "The cursor is invalid. This can happen if the item represented by the cursor has been deleted.",
  ],
  general_bad_request: [
    400,
    "There was an error processing your request. Please check the inputs and try again.",
  ],
  general_invalid_email: [400, "Value must be a valid email address."],
  general_invalid_phone: [
    400,
    "Value must be a valid phone number. Format this number with a leading '+' and a country code, e.g., +16175551212.",
  ],
  database_query_order_null: [
    400,
    "The order attribute/column had a null value. Cursor pagination requires all documents/rows order attribute/column values are non-null.",
  ],
  key_already_exists: [409, "Key with the same ID already exists. Try again with a different ID."],
  key_not_found: [404, "Key with the requested ID could not be found."],
  mock_number_already_exists: [
    409,
    "Mock number with the requested number already exists. Try again with a different number. or update OTP of existing mock number.",
  ],
  mock_number_limit_exceeded: [400, "The maximum number of mock phones for this project has been reached."],
  mock_number_not_found: [404, "Mock number with the requested number could not be found."],
  document_invalid_structure: [
    400,
    "The document structure is invalid. Please ensure the attributes match the collection definition.",
  ],
  membership_already_confirmed: [409, "Membership is already confirmed."],
  membership_not_found: [404, "Membership with the requested ID could not be found."],
  project_id_missing: [
    403,
    "When using project API key, make sure to pass x-appwrite-project header with your project ID.",
  ],
  project_key_expired: [
    401,
    "The project key has expired. Please generate a new key using the Appwrite console.",
  ],
  project_not_found: [
    404,
    "Project with the requested ID could not be found. Please check the value of the X-Appwrite-Project header to ensure the correct project ID is being used.",
  ],
  provider_already_exists: [409, "Provider with the requested ID already exists."],
  provider_incorrect_type: [400, "Provider with the requested ID is of the incorrect type."],
  provider_not_found: [404, "Provider with the requested ID could not be found."],
  document_already_exists: [
    409,
    "Document with the requested ID already exists. Try again with a different ID or use ID.unique() to generate a unique ID.",
  ],
  team_invite_already_exists: [409, "User has already been invited or is already a member of this team"],
  user_key_and_session_set: [
    403,
    "API key and session used in the same request. Use either `setSession` or `setKey`. Learn about which authentication method to use in the SSR docs: https://appwrite.io/docs/products/auth/server-side-rendering",
  ],
  team_already_exists: [
    409,
    "Team with requested ID already exists. Please choose a different ID and try again.",
  ],
  team_invalid_secret: [
    401,
    "The team invitation secret is invalid. Please request a new invitation and try again.",
  ],
  team_invite_mismatch: [401, "The invite does not belong to the current user."],
  team_invite_not_found: [404, "The requested team invitation could not be found."],
  team_membership_mismatch: [404, "The membership ID does not belong to the team ID."],
  team_not_found: [404, "Team with the requested ID could not be found."],
  user_auth_method_unsupported: [
    501,
    "The requested authentication method is either disabled or unsupported. Please check the supported authentication methods in the Appwrite console.",
  ],
  user_already_exists: [409, "A user with the same id, email, or phone already exists in this project."],
  user_authenticator_already_verified: [409, "This authenticator is already verified on the current user."],
  user_authenticator_not_found: [404, "Authenticator could not be found on the current user."],
  user_blocked: [403, "The current user has been blocked."],
  user_challenge_required: [
    401,
    "A recently successful challenge is required to complete this action. A challenge is considered recent for 5 minutes.",
  ],
  user_count_exceeded: [
    400,
    "The current project has exceeded the maximum number of users. Please check your user limit in the Appwrite console.",
  ],
  user_email_already_exists: [409, "A user with the same email already exists in the current project."],
  user_email_already_verified: [409, "User email is already verified"],
  user_email_not_verified: [400, "User email is not verified"],
  user_identity_not_found: [
    404,
    "The identity could not be found. Please sign in with OAuth provider to create identity first.",
  ],
  user_email_not_found: [400, "User email could not be found."],
  user_invalid_credentials: [401, "Invalid credentials. Please check the email and password."],
  user_invalid_token: [401, "Invalid token passed in the request."],
  user_phone_already_verified: [409, "User phone is already verified"],
  user_phone_not_found: [400, "The current user does not have a phone number associated with their account."],
  user_jwt_and_cookie_set: [
    403,
    "JWT and cookie used in the same request. Use either `setJWT` or `setCookie`. Learn about which authentication method to use in the SSR docs: https://appwrite.io/docs/products/auth/server-side-rendering",
  ],
  user_jwt_invalid: [
    401,
    "The JWT token is invalid. Please check the value of the X-Appwrite-JWT header to ensure the correct token is being used.",
  ],
  user_more_factors_required: [401, "More factors are required to complete the sign in process."],
  user_not_found: [404, "User with the requested ID could not be found."],
  user_password_reset_required: [412, "The current user requires a password reset."],
  password_personal_data: [
    400,
    "The password you are trying to use contains references to your name, email, phone or userID. For your security, please choose a different password and try again.",
  ],
  password_recently_used: [
    400,
    "The password you are trying to use is similar to your previous password. For your security, please choose a different password and try again.",
  ],
  user_phone_already_exists: [
    409,
    "A user with the same phone number already exists in the current project.",
  ],
  user_phone_not_verified: [400, "User phone is not verified"],
  user_recovery_codes_already_exists: [
    409,
    "The current user already generated recovery codes and they can only be read once for security reasons.",
  ],
  user_recovery_codes_not_found: [404, "Recovery codes could not be found on the current user."],
  user_session_already_exists: [401, "Creation of a session is prohibited when a session is active."],
  user_session_not_found: [404, "The current user session could not be found."],
  user_target_already_exists: [409, "A target with the same ID already exists."],
  user_target_not_found: [404, "The target could not be found."],
  user_unauthorized: [401, "The current user is not authorized to perform the requested action."],
} as const satisfies Record<string, readonly [status: number, message: string]>

/** The closed set of error types. */
export type ErrorType = keyof typeof catalogue

/** All error types, in the order of their names. */
export const errorTypes: readonly string[] = Object.keys(catalogue).sort()

/** A refusal that the client sees: status, message and type are those of the real server. */
export class AppwriteError extends Error {
  override readonly name = "AppwriteError"
  readonly type: ErrorType
  readonly status: number

  /** Whether the message is not the type's default. */
  readonly hasOwnMessage: boolean

  /** @param message the route's own text, if it differs from the type's default. */
  constructor(type: ErrorType, message?: string) {
    super(message ?? catalogue[type][1])
    this.hasOwnMessage = message !== undefined
    this.type = type
    this.status = catalogue[type][0]
  }
}

/**
 * A fault of the real server that it answers with status 500 and says nothing about. Reproduced on purpose.
 * @param reason what happens inside the real server: for the emulator's log, never for the client.
 */
export function serverFault(reason: string): AppwriteError {
  const error = new AppwriteError("general_unknown")
  error.cause = reason
  return error
}
