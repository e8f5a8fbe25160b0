import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and decisions about values that it does not give. */
export const contradictions: SystemInput['contradictions'] = [
  // Users
  {
    id: 'three-kinds-of-users',
    about: 'capacity',
    text: 'Concurrent users are users who send requests (500–2,000), all who are logged in (10,000+), or requests in flight (15); therefore the three methods differ by a factor of 20. Here they are users who send requests, about 3/min.',
  },
  {
    id: 'same-rate-two-answers',
    about: 'capacity',
    text: '1–2 requests/min are 2,000–3,000 users in one table and 3,000–6,000 in another; 2–5/min are 1,000–2,000 and 1,200–3,000.',
  },
  {
    id: 'all-at-once-five-answers',
    about: 'capacity',
    tiers: ['current'],
    text: 'Users who all send requests at the same time are 100 (rate limit), 150 (pool), 100–500 (scenario), 500–1,000 (conservative estimate and table) or 600 (peak rate). At 60 requests/min per user, 100–120 requests/s serve 100–120 users; 500 users would send 500/s.',
  },
  {
    id: 'slow-queries',
    about: 'latency',
    tiers: ['current'],
    text: 'Queries of 50–200 ms limit the pool to 75–300 requests/s; the slow end is below the realistic 100–120.',
  },
  {
    id: 'theory-and-practice',
    about: 'capacity',
    tiers: ['current'],
    text: 'The pool method assumes the theoretical 150 requests/s; the other two assume the practical 100.',
  },
  {
    id: 'pool-gain',
    about: 'capacity',
    tiers: ['pool'],
    text: 'The pool grows 3.3 times, from 15 to 50. The claim is 3–4 times, the rows are 2.5–6 times in users and 3.3–5 in requests/s. 50 connections handle 500 requests/s in theory and 333–400 with the discount that the document uses elsewhere; the table says 400–500.',
  },
  {
    id: 'users-of-requests',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache'],
    text: 'At 3 requests/min, 400–500 requests/s are 8,000–10,000 users and 800–1,200 are 16,000–24,000, not 5,000–6,000 and 10,000–15,000; only the top of the first row fits its method.',
  },
  {
    id: 'cache-and-balancer-gain',
    about: 'capacity',
    tiers: ['pool-and-cache', 'load-balanced'],
    text: 'A cache is to handle 2–3 times as much; its row has 1.7–3 times the users and 1.6–3 times the requests/s. The load balancer is to handle 3.3–10 times as much, without a number of instances: at 3 requests/min that is 2,500–5,000 requests/s, three to seven instances with a cache, which open 150–350 connections. The document gives no limit of the database.',
  },
  {
    id: 'database-no-bottleneck',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache', 'load-balanced'],
    text: 'The document states that the database is not a bottleneck, but its CPU is the limit after the first step, and more instances do not change that. Here the database grows with them.',
  },
  {
    id: 'rate-limit-per-address',
    about: 'settings',
    text: 'The rate limit is per address and is counted as one per user: users behind one address share it. It is stored in memory, so N instances allow N times as much.',
  },
  // Decided here
  {
    id: 'one-process',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache'],
    text: 'One process at 1,200 requests/s has 0.8 ms of CPU time per request, less than the framework needs. Here the only instance has two and four processes, which share its pool.',
  },
  {
    id: 'no-machine',
    about: 'plan',
    text: 'The document has no instance sizes and no costs: here vCPU, memory and storage are derived from its request rates.',
  },
  {
    id: 'full-undescribed',
    about: 'plan',
    tiers: ['full'],
    text: 'Full infrastructure is a number of users without a description; here it is the previous step with more of each resource, still in one region.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current', 'pool', 'pool-and-cache'],
    text: 'There is no load balancer before the fourth step. Here every tier has an application load balancer, so that more instances do not change the address.',
  },
  {
    id: 'pool-of-15',
    about: 'capacity',
    tiers: ['current'],
    text: 'The 15 connections of the present application do not handle its 1,000–2,000 users where queries take more than 100 ms. The tier stays as the application is; the next one enlarges the pool.',
  },
  {
    id: 'pool-of-50',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache'],
    text: 'A pool of 50 connections does not handle the users of these steps where queries take up to 200 ms. Here the pools have 105 and 150 connections, and the database has the vCPUs for them.',
  },
  {
    id: 'one-primary',
    about: 'capacity',
    tiers: ['full'],
    text: 'One primary database handles the writes of all users. For a million users, it needs 74 vCPUs to keep its utilization below 70%, and 141 at high demand. The largest general-purpose instance class in every supported region has 96 vCPUs, and the primary of this tier uses it. More users require sharding, which the document does not describe. The replicas are a second limit, because each one replays all writes in one process.',
  },
];
