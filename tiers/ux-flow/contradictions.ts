import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself or arithmetic, and decisions about values that it does not give. */
export const contradictions: SystemInput['contradictions'] = [
  // Components that do not add up
  {
    id: 'startup-cores',
    about: 'vcpu',
    tiers: ['startup'],
    text: 'All services at their minimum are 11 pods with 5.25 cores; startup has 8–10 pods and 4 cores, which must also run MongoDB and ChromaDB.',
  },
  {
    id: 'startup-memory',
    about: 'memory',
    tiers: ['startup'],
    text: 'All services at their minimum need 5.25 GiB, and Redis 1 GB; startup has 4 GB in total.',
  },
  {
    id: 'growth-memory',
    about: 'memory',
    tiers: ['growth'],
    text: 'The 22 pods of the services and Redis use all 16 GB of growth. The document does not say whether these include MongoDB and ChromaDB; here they are extra.',
  },
  {
    id: 'scale-cores',
    about: 'vcpu',
    tiers: ['scale'],
    text: 'All services at their maximum are 63 pods with 27.75 cores; scale has 100–150 pods and 64 cores, and the document does not explain the difference.',
  },
  {
    id: 'scale-memory',
    about: 'memory',
    tiers: ['scale'],
    text: 'All services at their maximum need 27.75 GiB of the 128 GB of scale; with the data stores as sized here, the components need less than two thirds of it.',
  },
  // Degradation
  {
    id: 'good-at-1000',
    about: 'latency',
    text: 'Performance with 1,000 users is called good, but p95 is 2 s (limit 1 s), 1% of requests fail (limit 0.1%) and CPU is at 85%. Errors reach the limit at 500 users, and p95 exceeds 1 s at about 670: the thresholds hold below 500 users only.',
  },
  {
    id: 'ai-in-p95',
    about: 'latency',
    text: 'With 1,000 users AI requests wait 5–10 s and p95 is 2 s; with 500 users 2–3 s and 0.5 s. This is possible only if fewer than 5% of requests are AI requests.',
  },
  // Capacity
  {
    id: 'ai-capacity',
    about: 'capacity',
    text: '10–20 concurrent AI requests of 0.5–5 s are 120–2,400/min, but only 100/min in total are handled well, and a single user may send 100/min.',
  },
  {
    id: 'ai-per-instance',
    about: 'capacity',
    text: 'If 10–20 AI requests are per instance, ten instances handle 100–200, and "more than 100 is trouble" is within the scaling range. If they are for all instances, more instances do not help.',
  },
  {
    id: 'websocket-capacity',
    about: 'capacity',
    text: '1–20 gateways with 10,000 WebSocket connections each are 10,000–200,000. The current capacity is 1,000–2,000, the optimized one 10,000–20,000, and connections drop at 2,000 users, the number that is called handled well.',
  },
  {
    id: 'pool-and-latency',
    about: 'capacity',
    text: "By Little's law 2,000 flow requests/s of 0.1 s are 200 in progress, and 10,000 auth checks/s of 0.05 s are 500, each with a pool of 20 connections: a request may hold a connection for 10 and 2 ms. Pooling is also listed as future work.",
  },
  {
    id: 'vector-queries',
    about: 'capacity',
    text: 'Eight knowledge instances of 1,000 searches/s and 0.2 s are 1,600 concurrent queries; the only ChromaDB instance handles about 1,000 and does not scale out.',
  },
  {
    id: 'stripe-rate',
    about: 'capacity',
    text: 'Billing handles 500 requests/s per instance, 1,000/s on two; Stripe accepts 100/s.',
  },
  {
    id: 'writes-of-saves',
    about: 'capacity',
    text: 'MongoDB is the third bottleneck at 5,000 writes/s, which is 300,000/min; the 1,000 flow saves/min are 17/s, 300 times fewer.',
  },
  {
    id: 'gains-multiplied',
    about: 'capacity',
    text: 'The four quick improvements multiply to at most 1.3 × 1.2 ÷ 0.6 ÷ 0.75 = 3.5 times; the document promises 10 times.',
  },
  // Plan
  {
    id: 'regions-when',
    about: 'plan',
    text: 'Several regions are needed from 5,000 users in one place and at 10,000 in another; the cost of scale includes no second region, and here the tier has one region.',
  },
  {
    id: 'autoscaling-when',
    about: 'plan',
    text: 'Autoscaling is planned for phase 2, in one to three months, but every service already has a range of instances.',
  },
  {
    id: 'replica-set',
    about: 'plan',
    text: 'A failover in one to two minutes needs a replica set, which does not exist yet. Here startup has one node and the larger tiers have two per shard.',
  },
  // Decided here
  {
    id: 'vector-store-single',
    about: 'plan',
    text: 'ChromaDB has one instance on a volume in one zone: a single point of failure in every tier. When it fails, vector search stops until its node is replaced; only the volume is backed up.',
  },
  {
    id: 'sharded-mongodb',
    about: 'plan',
    tiers: ['scale'],
    text: 'MongoDB is sharded at scale for its terabyte; a DocumentDB cluster stores that without shards, so here shards serve writes, which the document does not require.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    text: 'The document names no load balancer and leaves the entry point to its cluster. Here every tier has an application load balancer, which is part of the estimate only.',
  },
  {
    id: 'sizes-of-scale',
    about: 'capacity',
    tiers: ['scale'],
    text: 'Ten instances of user management and of the flow service, with pools of 20 connections each, do not handle 10,000 requests/s where a request holds its connection for more than 2 ms. Here their maximums are 24 and 20 instances, and 13 of the cognitive core.',
  },
];
