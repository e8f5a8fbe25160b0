import { certain, combineIntervals, type Interval, scaleInterval } from '../core/interval';
import { SECONDS_EVERY } from './amount';
import type { Component } from './component';
import type { Operation } from './operation';
import { PROFILE_ASSUMPTIONS, type TrafficProfile } from './traffic-profile';

/** The parts of a system that the number of requests of a user follows from. */
export interface RequestRates {
  /** Operations by id; one of them may count HTTP requests. */
  readonly operations: Readonly<Record<string, Operation>>;
  /** Kind of the system. */
  readonly traffic: { readonly profile: TrafficProfile };
  /** Its tiers, whose services have ports. */
  readonly tiers: readonly { readonly components: Readonly<Record<string, Component>> }[];
}

/** HTTP requests per second of a number of users: the usual ones of the operation that counts them, else those of the profile. */
export function requestsOfUsers(users: Interval, { operations, traffic }: RequestRates): Interval {
  const usual = Object.values(operations).find(({ counts }) => counts === 'http-requests')?.usual;
  const perUser =
    usual === undefined || usual.per !== 'user'
      ? certain(PROFILE_ASSUMPTIONS[traffic.profile].requestsPerSecondPerUser.value)
      : scaleInterval(usual.amount, 1 / SECONDS_EVERY[usual.every]);
  return combineIntervals(users, perUser, (number, rate) => number * rate);
}
