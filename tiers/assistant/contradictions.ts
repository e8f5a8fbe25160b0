import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and what had to be decided because it is silent. */
export const contradictions: SystemInput['contradictions'] = [
  {
    id: 'four-capacities',
    about: 'capacity',
    tiers: ['current'],
    text: 'The four rows of the baseline give four capacities: CPU 47 users (50 would be 105%), memory 100, database 45, network 249. The least is below both stated maxima, and at the thresholds CPU allows 32 and 42.',
  },
  {
    id: 'cpu-of-a-user',
    about: 'capacity',
    text: 'CPU was at about 15% with 50 chatting users, 0.2% each above idle; the baseline says 2%, ten times as much. The baseline is used here.',
  },
  {
    id: 'memory-of-a-user',
    about: 'capacity',
    text: 'A user takes 10 MB in the baseline, a chat about 50 MB and a WebSocket 2 MB in the test: 100 users are 1.5 or 5.7 GB. The memory of the machine is not given, so neither the maximum of 100 nor the thresholds have a base; here the test counts, and an instance has 3.5 GiB.',
  },
  {
    id: 'connections-of-the-plan',
    about: 'capacity',
    tiers: ['current'],
    text: 'The database takes 50 connections in the baseline and about 60 in the plan: 45 or 55 users after the 5 idle ones.',
  },
  {
    id: 'rate-limited-below-the-limit',
    about: 'settings',
    text: '50 requests/s from 50 users are 60 a minute each, below the limit of 100, and yet were limited; were the limit for all together, 1.7/s, 50/s could not have been. Refusals count as no errors, and their quick answers lower the p95.',
  },
  {
    id: 'analytics-without-database',
    about: 'latency',
    text: '15% of the analytics queries fail, some after more than 5 s, so the p95 cannot be below 800 ms unless failures are left out; it ran without a database. 800 ms is past the warning of 500 ms, and chat is on it.',
  },
  {
    id: 'websockets-untested',
    about: 'capacity',
    text: 'About 100 WebSockets were never tested: 30 were, and 5% failed. With a database connection for each user 45 comes first.',
  },
  {
    id: 'authentication-at-once',
    about: 'capacity',
    text: 'Authentication is said to handle 100 and more at once; what was measured is 100 requests/s with mock tokens.',
  },
  // Decided here
  {
    id: 'derived-tiers',
    about: 'plan',
    text: 'The document has no tiers, machines or costs. The tiers follow its thresholds: pool the connections, then add replicas of the API for every 32 users, a larger database, and an inference server of its own.',
  },
  {
    id: 'percent-of-what',
    about: 'capacity',
    text: 'The percentages of the baseline are of a processor that is not named; here they are of one core, an instance.',
  },
  {
    id: 'inference-size',
    about: 'plan',
    tiers: ['own-inference'],
    text: 'How many requests a GPU answers is not in the document; two to eight instances with one each are an assumption that only a load test can replace.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current'],
    text: 'The document names no load balancer; an application load balancer is in every tier here, so that adding replicas changes nothing that users see.',
  },
];
