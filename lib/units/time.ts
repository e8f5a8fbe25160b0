/** Hours that AWS bills for a month: 8,760 hours of a year divided by 12. */
export const HOURS_PER_MONTH = 730;

export const SECONDS_PER_MINUTE = 60;

export const SECONDS_PER_HOUR = 3_600;

export const SECONDS_PER_MONTH = HOURS_PER_MONTH * SECONDS_PER_HOUR;

export const DAYS_PER_MONTH = HOURS_PER_MONTH / 24;
