/** How many tests each of the two suites has. */
export const TESTS = 1000

/** How many users a test's project starts with. */
export const USERS_OF_A_TEST = 10
