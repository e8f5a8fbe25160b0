/** Smallest number of users of a curve, unless a request says otherwise. Its own file, because the help loads nothing of the answer. */
export const DEFAULT_MIN_USERS = 10;
