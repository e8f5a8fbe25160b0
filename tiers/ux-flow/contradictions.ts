import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and what had to be decided because it is silent. */
export const contradictions: SystemInput['contradictions'] = [
  // Parts that do not add up
  {
    id: 'startup-cores',
    about: 'vcpu',
    tiers: ['startup'],
    text: 'Every service at its least is 11 pods with 5.25 cores; startup has 8–10 pods and 4 cores, before MongoDB and ChromaDB take theirs.',
  },
  {
    id: 'startup-memory',
    about: 'memory',
    tiers: ['startup'],
    text: 'Every service at its least takes 5.25 GiB, and Redis 1 GB; startup has 4 GB in all.',
  },
  {
    id: 'growth-memory',
    about: 'memory',
    tiers: ['growth'],
    text: "The services of 22 pods and Redis fill growth's 16 GB to the last; nothing says whether MongoDB and ChromaDB are in it, and they come on top here.",
  },
  {
    id: 'scale-cores',
    about: 'vcpu',
    tiers: ['scale'],
    text: 'Every service at its most is 63 pods with 27.75 cores; scale has 100–150 pods and 64 cores, and nothing says what fills the difference.',
  },
  {
    id: 'scale-memory',
    about: 'memory',
    tiers: ['scale'],
    text: 'Every service at its most takes 27.75 GiB of the 128 GB of scale; with the stores as sized here the parts stay below two thirds of it.',
  },
  // Degradation
  {
    id: 'good-at-1000',
    about: 'latency',
    text: "1,000 users are called good performance, yet there p95 is 2 s (limit 1 s), 1% of requests fail (limit 0.1%) and CPU is at 85%. Errors are at the limit already at 500, and p95 passes 1 s at about 670: the document's thresholds hold below 500 users only.",
  },
  {
    id: 'ai-in-p95',
    about: 'latency',
    text: 'At 1,000 users AI waits 5–10 s while p95 is 2 s, at 500 users 2–3 s while p95 is 0.5 s: both can only be if fewer than one request in twenty is AI.',
  },
  // Capacity
  {
    id: 'ai-capacity',
    about: 'capacity',
    text: '10–20 AI requests at once of 0.5–5 s are 120–2,400 a minute, but 100 a minute in all are what is handled well, and one user alone may send 100.',
  },
  {
    id: 'ai-per-instance',
    about: 'capacity',
    text: 'If 10–20 AI requests are of an instance, ten instances have 100–200 and "more than 100 is trouble" lies within the scaling range; if they are of all, more instances gain nothing.',
  },
  {
    id: 'websocket-capacity',
    about: 'capacity',
    text: "1–20 gateways with 10,000 WebSockets each are 10,000–200,000; today's capacity is 1,000–2,000, the optimized one 10,000–20,000, and connections drop at 2,000 users, the number that is handled well.",
  },
  {
    id: 'pool-and-latency',
    about: 'capacity',
    text: "By Little's law 2,000 flow requests/s of 0.1 s are 200 at once and 10,000 auth checks/s of 0.05 s are 500, each against a pool of 20: the database may hold a request for 10 and 2 ms. Pooling is also listed as still to come.",
  },
  {
    id: 'vector-queries',
    about: 'capacity',
    text: 'Eight knowledge instances of 1,000 searches/s and 0.2 s are 1,600 queries at once; the one ChromaDB takes about 1,000 and does not scale out.',
  },
  {
    id: 'stripe-rate',
    about: 'capacity',
    text: 'Billing takes 500 requests/s, 1,000 on two instances; Stripe takes 100/s.',
  },
  {
    id: 'writes-of-saves',
    about: 'capacity',
    text: 'MongoDB is the third bottleneck at 5,000 writes/s, 300,000 a minute; the 1,000 flow saves a minute are 17/s, three hundred times fewer.',
  },
  {
    id: 'gains-multiplied',
    about: 'capacity',
    text: 'The four quick gains multiplied are at most 1.3 × 1.2 ÷ 0.6 ÷ 0.75 = 3.5 times; ten times is promised.',
  },
  // Plan
  {
    id: 'regions-when',
    about: 'plan',
    text: "Several regions are needed from 5,000 users in one place and at 10,000 in another; scale's cost names no second region, and here it has one.",
  },
  {
    id: 'autoscaling-when',
    about: 'plan',
    text: 'Autoscaling is one to three months away and of phase 2, though every service has a range of instances.',
  },
  {
    id: 'replica-set',
    about: 'plan',
    text: 'A failover of one to two minutes needs a replica set, which is a remedy and not there; here startup has one node and the larger tiers have two a shard.',
  },
  // Decided here
  {
    id: 'vector-store-single',
    about: 'plan',
    text: 'ChromaDB runs once, on a volume of one zone: a single point of failure in every tier. When it fails, vector search stops until its machine is back; backups of the volume are what there is.',
  },
  {
    id: 'sharded-mongodb',
    about: 'plan',
    tiers: ['scale'],
    text: 'MongoDB is sharded at scale for its terabyte; a DocumentDB cluster holds that in one piece, so shards here serve writes, of which the document shows no need.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    text: 'The document names no load balancer and leaves the way in to its cluster; an application load balancer is in every tier here and in our bill only.',
  },
];
