import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and what had to be decided because it is silent. */
export const contradictions: SystemInput['contradictions'] = [
  // Users
  {
    id: 'three-kinds-of-users',
    about: 'capacity',
    text: 'Concurrent users are users who make requests (500–2,000), all who are logged in (10,000+), or requests in flight (15): its three methods differ twentyfold for that reason. Here they are users who make requests, about three a minute.',
  },
  {
    id: 'same-rate-two-answers',
    about: 'capacity',
    text: '1–2 requests a minute are 2,000–3,000 users in one table and 3,000–6,000 in another; 2–5 a minute are 1,000–2,000 and 1,200–3,000.',
  },
  {
    id: 'all-at-once-five-answers',
    about: 'capacity',
    tiers: ['current'],
    text: 'All at once are 100 (rate limit), 150 (pool), 100–500 (scenario), 500–1,000 (conservative estimate and table) or 600 (peak rate). With 60 requests a minute each, 100–120 requests/s serve 100–120 users; 500 of them would send 500/s.',
  },
  {
    id: 'slow-queries',
    about: 'latency',
    tiers: ['current'],
    text: 'Queries of 50–200 ms bound the pool at 75–300 requests/s; its slow end is below the realistic 100–120.',
  },
  {
    id: 'theory-and-practice',
    about: 'capacity',
    tiers: ['current'],
    text: 'The pool method counts on 150 requests/s, as in theory; the other two on 100, as in practice.',
  },
  {
    id: 'pool-gain',
    about: 'capacity',
    tiers: ['pool'],
    text: 'The pool grows 3.3 times, from 15 to 50. The claim is 3–4 times, the rows are 2.5–6 times in users and 3.3–5 in requests/s. Fifty connections make 500 requests/s in theory and 333–400 with the discount that it uses elsewhere; the table says 400–500.',
  },
  {
    id: 'users-of-requests',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache'],
    text: 'At 3 requests a minute 400–500 requests/s are 8,000–10,000 users and 800–1,200 are 16,000–24,000, not 5,000–6,000 and 10,000–15,000; only the top of the first row fits its method.',
  },
  {
    id: 'cache-and-balancer-gain',
    about: 'capacity',
    tiers: ['pool-and-cache', 'load-balanced'],
    text: 'A cache gives 2–3 times, its row 1.7–3 in users and 1.6–3 in requests/s. The load balancer gives 3.3–10 times without a number of instances: at 3 requests a minute that is 2,500–5,000 requests/s, three to seven cached instances, which open 150–350 connections; no limit of the database is given.',
  },
  {
    id: 'database-no-bottleneck',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache', 'load-balanced'],
    text: 'The database is said to be no bottleneck, yet its processor is the limit after the first step, and more instances do not relieve it; here it grows with them.',
  },
  {
    id: 'rate-limit-per-address',
    about: 'settings',
    text: 'The rate limit is of an address and counted as one of a user: people behind one address share it. It is kept in memory, so N instances allow N times as much.',
  },
  // Decided here
  {
    id: 'one-process',
    about: 'capacity',
    tiers: ['pool', 'pool-and-cache'],
    text: 'One process at 1,200 requests/s has 0.8 ms of processor for each, less than the framework takes; here the one instance has two and four processes, which share its pool.',
  },
  {
    id: 'no-machine',
    about: 'plan',
    text: 'The document has no sizes of machines and no costs: processors, memory and storage are derived here from its request rates.',
  },
  {
    id: 'full-undescribed',
    about: 'plan',
    tiers: ['full'],
    text: 'Full infrastructure is a number of users without a description; here it is the step before with more of everything, still in one region.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current', 'pool', 'pool-and-cache'],
    text: 'There is no load balancer before the fourth step; an application load balancer is in every tier here, so that adding instances changes nothing that users see.',
  },
];
