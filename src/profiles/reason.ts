/**
 * Why two versions answer differently, and which differences it is that this explains: all of what is said must fit. In
 * patterns `*` stands for any text; of several patterns one must fit.
 */
export interface Reason {
  /** The first version that was seen to do as the later one does. */
  readonly since: string
  readonly text: string
  /** Of the route, such as `POST /users`; of requests that are for none, `no route`. */
  readonly route?: readonly string[]
  /** Of the place in the answer: `status`, `headers.<name>`, `body` with a path. */
  readonly at?: readonly string[]
  /** What the earlier version answered with: its status, for errors with their type, such as `404 user_not_found`. */
  readonly before?: readonly string[]
  /** The same of the later version. */
  readonly after?: readonly string[]
}
