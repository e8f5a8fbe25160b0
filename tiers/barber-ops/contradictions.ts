import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself, the market or arithmetic, and what had to be decided because it is silent. */
export const contradictions: SystemInput['contradictions'] = [
  // Resources
  {
    id: 'connections-of-100000',
    about: 'settings',
    tiers: ['phase-3', 'phase-4'],
    text: "The formula gives 100,000 users 600 connections, PgBouncer stops at 500 and PostgreSQL at 1,000; elsewhere they mean 100,000 and more, and PgBouncer admits 10,000 clients. The sample dashboard's 234 active at 23% are of a pool of about 1,000; its 45,231 users would need 326.",
  },
  {
    id: 'work-memory',
    about: 'settings',
    tiers: ['phase-2', 'phase-3', 'phase-4'],
    text: '1,000 connections with 64 MB of work memory each are 64 GB (32 GB for 500, and once for each sort), in settings for a machine of about 16 GB: 4 GB of buffers, 12 GB of cache.',
  },
  {
    id: 'compute-cores',
    about: 'vcpu',
    tiers: ['phase-1', 'phase-2', 'phase-3', 'phase-4'],
    text: 'The formula gives 100,000 users 14 cores, while 8,000 dollars of compute buy about 250 vCPU, and 50 replicas on 14 cores would have 0.28 each. Here the autoscaler and the rates decide, so the parts have more than the formula.',
  },
  {
    id: 'redis-memory',
    about: 'capacity',
    text: 'The formula gives 100,000 users 2 GB of Redis, their sessions take 50 GB, half a megabyte each. It asks for 1 GB at 50 users, who have 256 MB today. Here sessions decide.',
  },
  {
    id: 'bandwidth',
    about: 'capacity',
    tiers: ['phase-3', 'phase-4'],
    text: 'The same 100,000 users need 2 Gbps by the formula and 10 Gbps by the list of limits.',
  },
  {
    id: 'memory-of-a-connection',
    about: 'capacity',
    text: '50 MB for 50 real-time connections are 1 MB each, the target is 20 KB; CPU would triple while connections grow two-thousandfold. Here an instance has room for what was seen.',
  },
  {
    id: 'real-time-messages',
    about: 'capacity',
    text: 'Updates and heartbeats make 5 messages/s for 50 users and 10,000/s for 100,000; the table says 20 and 50,000. Server-sent events end at 50,000 connections or at 100,000.',
  },
  {
    id: 'real-time-latency',
    about: 'latency',
    text: 'The target for real-time latency is 50 ms in one table and 100 ms in another.',
  },
  {
    id: 'pooling-not-evident',
    about: 'settings',
    tiers: ['current'],
    text: "Connection pooling is called not evident, although the managed database's PgBouncer is in use.",
  },
  {
    id: 'autoscaler-manifest',
    about: 'settings',
    text: 'The autoscaler names version v2 of its interface with a field of v1 (the CPU target) and no workload to scale, so a cluster would refuse it. From 3 to 50 replicas is 17 times, not 100.',
  },
  // Baseline
  {
    id: 'success-rates',
    about: 'capacity',
    tiers: ['current'],
    text: '100% success with 50 users, 80–100% and errors below 1% stand beside 80% for the dashboard and 67% for AI chat.',
  },
  {
    id: 'latency-today',
    about: 'latency',
    tiers: ['current'],
    text: "Today's p95 of the API is 200 ms in one table and 9–62 ms in another; queries take 50 ms, or 50–200.",
  },
  {
    id: 'capacity-today',
    about: 'capacity',
    tiers: ['current'],
    text: 'Today carries 50 users, or the 100 of the load-test baseline, so 100,000 are 2,000 or 1,000 times as many. 2,340 requests/s for 50 users are 47 a second each: 50 is what was tested, not a limit, and the first break is put at 500–1,000, the goal of phase 1.',
  },
  {
    id: 'ai-request-rate',
    about: 'capacity',
    tiers: ['phase-3', 'phase-4'],
    text: '24,100 AI requests/s are 241 times 100, while users grow two-thousandfold; they are 0.24 a second for each user.',
  },
  // Money
  {
    id: 'model-api-budget',
    about: 'cost',
    text: "24,100 AI requests/s at 0.03–0.10 dollars are 2.6–8.7 million dollars an hour; the budget is 700 a month, at most 23,000 requests or 0.2 a user. Today's 1,000 buy 10,000–33,000, and three models in parallel cost 0.21 a request. Here as many requests a user as today are billed, less what the cache answers.",
  },
  {
    id: 'cache-savings',
    about: 'cost',
    text: 'Redis is said to save 60–70% of the AI cost already, at a hit rate of 15%; going to 80% is said to save 65%, but misses fall from 85 to 20%, which is 76%.',
  },
  {
    id: 'ai-speed-targets',
    about: 'latency',
    text: "AI answers get 50, 64 or 70% faster; the target is 0.5, 1 or 2 s, the last looser than today's 1.4 s.",
  },
  {
    id: 'savings-that-cost',
    about: 'cost',
    tiers: ['phase-4'],
    text: 'Phase 4 is about costs and saves 30%, yet the bill grows by 13,000 dollars a month, 64%; no saving stands behind its payback of twelve months.',
  },
  {
    id: 'phase-2-increase',
    about: 'cost',
    tiers: ['phase-2'],
    text: 'Phase 2 adds 4,150 dollars a month, not the stated 4,350.',
  },
  {
    id: 'regions-without-budget',
    about: 'cost',
    tiers: ['phase-3', 'phase-4'],
    text: 'No line of the budget pays for three regions, for what they copy between them, or for backups in another one.',
  },
  // Plan
  {
    id: 'recovery-point',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'At most 1 min of work may be lost with a region, and at the same time less than 1 s of data.',
  },
  {
    id: 'alarm-levels',
    about: 'settings',
    text: 'Errors above 1% are critical as an indicator and a warning as an alert (critical above 5%); likewise answers above 500 ms and above 5 s, and availability below 99.5% and 99%. The sample board shows 0.3% errors, three times the target, and a memory alert at 85% that no threshold defines, where its other panel says 67%.',
  },
  {
    id: 'growth-beyond-phases',
    about: 'plan',
    text: 'If growth counts concurrent users, the conservative path reaches 25,000 on phases 1–2 (10,000), the moderate 200,000 on 1–3 and the aggressive 1,000,000 on all (100,000).',
  },
  {
    id: 'scenarios-stop',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'The scenarios end at 10,000 users, 18,000 together; the target is 100,000.',
  },
  {
    id: 'weeks-of-the-plan',
    about: 'plan',
    text: 'Each item has two weeks in the roadmap, but WebSockets need 4–6, replicas 2–3 and own models 8–12. Phase 1 takes six weeks or one month, the Redis cluster week 1 or 3–4.',
  },
  {
    id: 'when-100000',
    about: 'plan',
    text: 'Capacity for 100,000 users comes in week 18 or in month 12; a WebSocket cluster gives 1,000 times the connections, and from 50 to 100,000 is 2,000 times.',
  },
  // Decided here
  {
    id: 'recovery-delivered',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'Failed health checks and the record of the name take 90 s of the five minutes; promoting a copy of the database takes minutes of its own, and its lag is usually seconds but not bounded. The recovery point holds as long as the lag does; less than a second cannot be promised across regions.',
  },
  {
    id: 'pooler-kind',
    about: 'settings',
    text: "PgBouncer's pooling is RDS Proxy here: it admits and opens what the document sets, and has no pool size of its own.",
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current', 'phase-1', 'phase-2'],
    text: 'Load balancing is of phase 3; an application load balancer is in every tier here, so that adding replicas changes nothing that users see. From phase 2 on WebSockets have one of their own.',
  },
];
