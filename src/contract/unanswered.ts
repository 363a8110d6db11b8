import { CannotCompare } from "./lock-step/cannot-compare.ts"

/** That a request got no answer, so that nobody knows whether it was carried out. */
export class Unanswered extends CannotCompare {}
