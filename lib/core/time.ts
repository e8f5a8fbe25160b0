/** Hours that AWS bills for a month: 8,760 hours of a year divided by 12. */
export const HOURS_PER_MONTH = 730;

/** Hours in a day. */
const HOURS_PER_DAY = 24;

/** Seconds in a minute. */
export const SECONDS_PER_MINUTE = 60;

/** Seconds in an hour. */
export const SECONDS_PER_HOUR = 3_600;

/** Seconds in a day. */
export const SECONDS_PER_DAY = HOURS_PER_DAY * SECONDS_PER_HOUR;

/** Milliseconds in a second. */
export const MS_PER_SECOND = 1_000;

/** Seconds in a billed month of 730 hours. */
export const SECONDS_PER_MONTH = HOURS_PER_MONTH * SECONDS_PER_HOUR;

/** Days in a billed month of 730 hours. */
export const DAYS_PER_MONTH = HOURS_PER_MONTH / HOURS_PER_DAY;
