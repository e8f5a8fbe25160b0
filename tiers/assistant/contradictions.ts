import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and decisions about values that it does not give. */
export const contradictions: SystemInput['contradictions'] = [
  {
    id: 'four-capacities',
    about: 'capacity',
    tiers: ['current'],
    text: 'The four rows of the baseline give four capacities: CPU 47 users (50 would be 105%), memory 100, database 45, network 249. The smallest is below both stated maximums, and at the thresholds CPU allows 32 and 42 users.',
  },
  {
    id: 'cpu-of-a-user',
    about: 'capacity',
    text: 'CPU utilization was about 15% with 50 users in chats, 0.2% per user above idle; the baseline says 2%, ten times as much. Here the measurement is used, with twice as much at its high end, because the rate limit rejected a part of the requests.',
  },
  {
    id: 'tested-users',
    about: 'capacity',
    tiers: ['current'],
    text: 'The load test was stable with 50 users at 15% CPU. Here 50 users need 55 of 50 database connections, which the test does not measure (its queries had no database), and 84% of 3.5 GiB: above the warning of 75%, below the critical 90%. The document states no memory size, and a stable test may exceed a warning, so both limits apply.',
  },
  {
    id: 'memory-of-a-user',
    about: 'capacity',
    text: 'A user needs 10 MB in the baseline; in the test a chat needs about 50 MB and a WebSocket 2 MB: 100 users need 1.5 or 5.7 GB. The memory of the host is not given, so the maximum of 100 users and the thresholds cannot be verified. Here the test is used, and an instance has 3.5 GiB.',
  },
  {
    id: 'connections-of-the-plan',
    about: 'capacity',
    tiers: ['current'],
    text: 'The database accepts 50 connections in the baseline and about 60 in the plan: 45 or 55 users after 5 idle connections.',
  },
  {
    id: 'rate-limited-below-the-limit',
    about: 'settings',
    text: '50 requests/s from 50 users are 60/min per user, below the limit of 100, but some were rejected. A limit for all users together would be 1.7/s, which contradicts 50/s. Rejected requests do not count as errors, and their fast responses lower the p95.',
  },
  {
    id: 'analytics-without-database',
    about: 'latency',
    text: '15% of the analytics queries fail, some after more than 5 s, so the p95 cannot be below 800 ms unless failures are excluded; the test ran without a database. 800 ms exceeds the warning level of 500 ms, and chat reaches it.',
  },
  {
    id: 'websockets-untested',
    about: 'capacity',
    text: 'About 100 WebSocket connections were not tested: 30 were, and 5% of them failed. With one database connection per user, 45 users is the limit.',
  },
  {
    id: 'authentication-at-once',
    about: 'capacity',
    text: 'The document states that authentication handles 100 or more concurrent requests; measured were 100 requests/s with mock tokens.',
  },
  // Decided here
  {
    id: 'derived-tiers',
    about: 'plan',
    text: 'The document has no tiers, instance sizes or costs. The tiers follow its thresholds: pool the connections, then add replicas of the API for every 32 users, a larger database, and an inference server of its own.',
  },
  {
    id: 'percent-of-what',
    about: 'capacity',
    text: 'The baseline gives percentages of an unspecified CPU; here they are of one core, which is one instance.',
  },
  {
    id: 'inference-size',
    about: 'plan',
    tiers: ['own-inference'],
    text: 'The document does not give the requests per GPU; two to 62 instances with one GPU each are an assumption that only a load test can replace.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current'],
    text: 'The document names no load balancer; here every tier has an application load balancer, so that more replicas do not change the address.',
  },
];
