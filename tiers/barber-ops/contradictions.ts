import type { SystemInput } from '../../lib/model/inputs';

/** Where the document contradicts itself, the market or arithmetic, and decisions about values that it does not give. */
export const contradictions: SystemInput['contradictions'] = [
  // Resources
  {
    id: 'connections-of-100000',
    about: 'settings',
    tiers: ['phase-3', 'phase-4'],
    text: 'The formula gives 100,000 users 600 connections, PgBouncer stops at 500 and PostgreSQL at 1,000; elsewhere 100,000 users need 100,000 or more, and PgBouncer accepts 10,000 clients. In the sample dashboard, 234 active connections at 23% are of a pool of about 1,000; its 45,231 users would need 326.',
  },
  {
    id: 'work-memory',
    about: 'settings',
    tiers: ['phase-2', 'phase-3', 'phase-4'],
    text: '1,000 connections with 64 MB of work memory each are 64 GB (32 GB for 500, and once for each sort), in settings for a server with about 16 GB: 4 GB of buffers, 12 GB of cache.',
  },
  {
    id: 'compute-cores',
    about: 'vcpu',
    tiers: ['phase-1', 'phase-2', 'phase-3', 'phase-4'],
    text: 'The formula gives 100,000 users 14 cores, but $8,000 of compute pay for about 250 vCPU, and 50 replicas on 14 cores would have 0.28 cores each. Here the autoscaler and the rates are used, so the components have more cores than the formula gives.',
  },
  {
    id: 'redis-memory',
    about: 'capacity',
    text: 'The formula gives 100,000 users 2 GB of Redis, but their sessions need 50 GB, 0.5 MB each. It gives 1 GB for 50 users, who have 256 MB today. Here the sessions are used.',
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
    text: '50 MB for 50 real-time connections are 1 MB each, the target is 20 KB; CPU would triple while connections grow 2,000 times. Here an instance has memory for the measured size.',
  },
  {
    id: 'real-time-messages',
    about: 'capacity',
    text: 'Updates and heartbeats make 5 messages/s for 50 users and 10,000/s for 100,000; the table says 20 and 50,000. The limit of server-sent events is 50,000 or 100,000 connections.',
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
    text: 'The document finds no connection pooling, although the PgBouncer of the managed database is in use.',
  },
  {
    id: 'autoscaler-manifest',
    about: 'settings',
    text: 'The HorizontalPodAutoscaler has API version v2 with a field of v1 (the CPU target) and no scale target, so a cluster would reject it. From 3 to 50 replicas is 17 times, not 100.',
  },
  // Baseline
  {
    id: 'success-rates',
    about: 'capacity',
    tiers: ['current'],
    text: 'The success rate is 100% with 50 users, or 80–100%, with errors below 1%, but 80% for the dashboard and 67% for AI chat.',
  },
  {
    id: 'latency-today',
    about: 'latency',
    tiers: ['current'],
    text: 'The current p95 of the API is 200 ms in one table and 9–62 ms in another; queries take 50 ms, or 50–200.',
  },
  {
    id: 'capacity-today',
    about: 'capacity',
    tiers: ['current'],
    text: 'The current system handles 50 users, or the 100 of the load-test baseline, so 100,000 are 2,000 or 1,000 times as many. 2,340 requests/s for 50 users are 47/s per user: 50 users were tested and are not a limit. The first failure is expected at 500–1,000 users, which is the goal of phase 1.',
  },
  {
    id: 'ai-request-rate',
    about: 'capacity',
    tiers: ['phase-3', 'phase-4'],
    text: '24,100 AI requests/s are 241 times 100, while users grow 2,000 times; they are 0.24/s per user.',
  },
  // Money
  {
    id: 'model-api-budget',
    about: 'cost',
    tiers: ['phase-2', 'phase-3', 'phase-4'],
    text: 'Most of the cost is AI requests at the price of the document, $0.03–0.10 each: phase 3 has 800/min in busy hours after the cache, and its budget of $700/month pays for 7,000–23,000 requests, 9–29 minutes of them. 24,100 AI requests/s at $0.03–0.10 are $2.6–8.7 million per hour; the budget is at most 0.2 requests per user. The current $1,000/month pays for 10,000–33,000 requests, and three models in parallel cost $0.21 per request. Here the requests per user stay as they are today, minus those that the cache answers.',
  },
  {
    id: 'cache-savings',
    about: 'cost',
    text: 'The document states that Redis already saves 60–70% of the AI cost, with a hit rate of 15%, and that a hit rate of 80% would save 65%. But misses would fall from 85% to 20%, which saves 76%.',
  },
  {
    id: 'ai-speed-targets',
    about: 'latency',
    text: 'AI responses become 50%, 64% or 70% faster; the target is 0.5, 1 or 2 s, and 2 s is slower than the current 1.4 s.',
  },
  {
    id: 'savings-that-cost',
    about: 'cost',
    tiers: ['phase-4'],
    text: 'Phase 4 is to reduce costs by 30%, but the cost grows by $13,000/month, 64%; its payback period of twelve months is not based on any saving.',
  },
  {
    id: 'phase-2-increase',
    about: 'cost',
    tiers: ['phase-2'],
    text: 'Phase 2 adds $4,150/month, not the stated $4,350.',
  },
  {
    id: 'regions-without-budget',
    about: 'cost',
    tiers: ['phase-3', 'phase-4'],
    text: 'The budget has no line for three regions, for replication between them, or for backups in another region.',
  },
  // Plan
  {
    id: 'recovery-point',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'The RPO for the loss of a region is 1 min in one place and less than 1 s in another.',
  },
  {
    id: 'alarm-levels',
    about: 'settings',
    text: 'Errors above 1% are critical as an indicator and a warning as an alert (critical above 5%); likewise response times above 500 ms and above 5 s, and availability below 99.5% and 99%. The sample dashboard shows 0.3% errors, three times the target, and a memory alert at 85% that no threshold defines, while another panel shows 67%.',
  },
  {
    id: 'growth-beyond-phases',
    about: 'plan',
    text: 'If growth counts concurrent users, the conservative path reaches 25,000 with phases 1–2 (10,000), the moderate one 200,000 with phases 1–3, and the aggressive one 1,000,000 with all phases (100,000).',
  },
  {
    id: 'scenarios-stop',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'The scenarios have at most 10,000 users, 18,000 together; the target is 100,000.',
  },
  {
    id: 'weeks-of-the-plan',
    about: 'plan',
    text: 'Each item has two weeks in the roadmap, but WebSockets need 4–6 weeks, replicas 2–3 and own models 8–12. Phase 1 takes six weeks or one month; the Redis cluster is in week 1 or in weeks 3–4.',
  },
  {
    id: 'when-100000',
    about: 'plan',
    text: 'Capacity for 100,000 users is planned for week 18 or month 12. A WebSocket cluster is to handle 1,000 times as many connections, but 50 to 100,000 is 2,000 times.',
  },
  // Decided here
  {
    id: 'recovery-delivered',
    about: 'plan',
    tiers: ['phase-3', 'phase-4'],
    text: 'Failed health checks and the TTL of the DNS record take 90 s of the five minutes. Promoting a database replica takes several more minutes. Its replication lag is usually a few seconds, but has no upper bound: the RPO is met only while the lag is below it, and a lag below one second cannot be guaranteed across regions.',
  },
  {
    id: 'pooler-kind',
    about: 'settings',
    text: 'Here RDS Proxy replaces PgBouncer. It accepts and opens as many connections as the document sets, and has no pool size.',
  },
  {
    id: 'entry-balancer',
    about: 'cost',
    tiers: ['current', 'phase-1', 'phase-2'],
    text: 'Load balancing is planned for phase 3. Here every tier has an application load balancer, so that more replicas do not change the address. From phase 2 on, WebSockets have a load balancer of their own.',
  },
  {
    id: 'replicas-of-the-autoscaler',
    about: 'capacity',
    tiers: ['phase-3', 'phase-4'],
    text: '50 replicas of the API and 500 server connections do not handle 100,000 users at the high end of their requests. Here the maximum is 110 replicas in phase 3 and 150 in phase 4, with 1,000 and 1,200 server connections.',
  },
];
