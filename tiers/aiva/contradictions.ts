import type { SystemInput } from '../../lib/model/inputs';

/**
 * Where the document contradicts itself, the market or arithmetic. Market prices are those of us-east-1, on demand,
 * for 730 hours.
 */
export const contradictions: SystemInput['contradictions'] = [
  // Machines and money
  {
    id: 'small-machine-price',
    about: 'cost',
    tiers: ['small'],
    text: 'Small asks for 4 vCPU and 8 GB and is priced as a t3.medium, which has half of both: 2 vCPU and 4 GiB.',
  },
  {
    id: 'medium-machine-price',
    about: 'cost',
    tiers: ['medium'],
    text: 'Medium asks for 8 vCPU and is priced as a t3.xlarge, which has 4; with 500 GB of gp3 that machine alone is $161, above its $120–150.',
  },
  {
    id: 'other-clouds-sizes',
    about: 'cost',
    tiers: ['small', 'medium', 'large'],
    text: "DigitalOcean's $24 droplet has 4 GB, not 8; Linode's 8 GB plan is $48, not 36, and its $96 and $192 plans have 6 and 8 vCPU where 8 and 16 are asked.",
  },
  {
    id: 'very-large-machine',
    about: 'cost',
    tiers: ['very-large'],
    text: 'A c5.9xlarge lists at $1,117 a month, below its stated $1,200–1,500, and is one host where the tier wants several servers.',
  },
  {
    id: 'processor-and-disk-wishes',
    about: 'cost',
    tiers: ['large', 'very-large'],
    text: 'c5.4xlarge and c5.9xlarge have no local NVMe, and their cores do not reach the 4.0–4.5 GHz asked for.',
  },
  {
    id: 'a100-price',
    about: 'cost',
    tiers: ['very-large'],
    text: 'A10 or A100 is offered and only an A10G is priced; the smallest machine with A100s, p4d.24xlarge, is about $16,000 a month.',
  },
  {
    id: 'very-large-total',
    about: 'cost',
    tiers: ['very-large'],
    text: 'The parts of very large add up to $3,000–4,500, its total says 3,000–5,000+, and two other tables say 2,000+.',
  },
  {
    id: 'large-price-twice',
    about: 'cost',
    tiers: ['large'],
    text: 'Large is $500–600 in the profile and the quick reference, $500–1,000 in the planning guideline.',
  },
  {
    id: 'thousand-user-bill',
    about: 'cost',
    tiers: ['large', 'very-large'],
    text: 'The bill for 1,000 users is one c5.4xlarge, the machine of large (200–500 users), without GPU, replica or Redis cluster: $670, where other tables say 2,000+ or 3,000+.',
  },
  {
    id: 'speech-optional',
    about: 'cost',
    text: 'Speech is optional and yet part of the minimum of $1,370; without it the 1,000-user bill is $1,270–2,770.',
  },
  {
    id: 'user-bands',
    about: 'capacity',
    text: 'The profiles leave 26–49, 101–199 and 501–999 users without a tier; the guideline stretches small to 50, medium to 200 and large to 1,000.',
  },
  // Parts that do not add up to the machine
  {
    id: 'medium-memory',
    about: 'memory',
    tiers: ['medium'],
    text: 'Redis gets 4 GB in the split of 16 GB and 8 GB in the service table, and no split has room for the voice bridge: with 8 GB and a bridge for 15 calls the parts need more than 16 GB.',
  },
  {
    id: 'large-memory',
    about: 'memory',
    tiers: ['large'],
    text: 'The split of 32 GB adds up to 38 GB without the voice bridge; Redis gets 8 GB there and 16 GB in the service table, and 50 calls take 2.5–7.5 GB more.',
  },
  {
    id: 'chat-memory',
    about: 'capacity',
    text: "At 50–100 MB a chat session medium's 20–40 chats need 1–4 GB of Node's 2 GB, large's 100–200 need 5–20 GB of 6 GB, and very large's 1,000 up to 100 GB.",
  },
  {
    id: 'python-memory',
    about: 'capacity',
    tiers: ['medium', 'large'],
    text: 'Documents, images and CLIP at the published concurrency need 2.2–7.1 GB of the 4 GB for Python in medium and 4.7–16.6 GB of 12 GB in large; workers are processes, so each loads CLIP for itself (0.6 GB).',
  },
  {
    id: 'vector-memory',
    about: 'capacity',
    tiers: ['medium', 'large'],
    text: 'Knowledge bases at 60 KB a document are 6–15 GB against 8 GB of Redis in medium and 120 GB against 16 GB in large.',
  },
  // Capacity
  {
    id: 'in-flight-requests',
    about: 'capacity',
    text: 'Requests in flight are 0.1–0.3 a user by the rule and 0.03 in the example; requests per second are about 2 a user in small to large, though 10 s of think time gives 0.1.',
  },
  {
    id: 'rate-limit-per-client',
    about: 'capacity',
    text: "The limit of 100 requests in 15 minutes is 0.11/s a client: large's 500 users may send 56/s, not 500–1,000, and a chat-heavy session sends 10–33 messages a minute where 6.7 are allowed.",
  },
  {
    id: 'chat-heavy-medium',
    about: 'capacity',
    tiers: ['medium'],
    text: 'The chat-heavy case puts 100–150 users and 30–50 chats on medium, published for 50–100 and 20–40. It counts one model call a message although a search adds an embedding call; 500–1,000 calls a minute use up or exceed the first API tier.',
  },
  {
    id: 'document-heavy-medium',
    about: 'capacity',
    tiers: ['medium'],
    text: 'The document-heavy case names Python CPU as its limit, but 100–200 uploads an hour of 5–90 s at 10–40% of a core keep 0.01–2 of 8 cores busy.',
  },
  {
    id: 'voice-bandwidth',
    about: 'capacity',
    tiers: ['large'],
    text: '30–50 calls at 20–40 kbit/s are 0.6–2 Mbit/s, not 500–1,000; G.711 alone is 64 kbit/s each way. At 3–8% of a core each, 30 calls on one bridge need up to 2.4 cores.',
  },
  {
    id: 'shopify-sync',
    about: 'capacity',
    text: 'At 1–3 products/s 100 products take 33–100 s, the example says 5–10 min, and 1,000 products take up to 80 min against "5–60"; the steps add up to 0.2–0.9 products/s with images.',
  },
  {
    id: 'load-test-peak',
    about: 'capacity',
    tiers: ['large', 'very-large'],
    text: 'The load tests peak at 200 users (500 in the spike), below the published capacity of large and very large.',
  },
  // Latency
  {
    id: 'step-sums',
    about: 'latency',
    text: 'Voice steps add up to 240–650 ms (stated 200–500), image steps to 0.7–2.6 s (stated 1–4 s), and three attempts of 30 s are 90 s, not 30 s.',
  },
  {
    id: 'search-latency',
    about: 'latency',
    text: "Search is 200–800 ms at the endpoint, hybrid up to 2,600 ms; Redis search is 50–200 ms in the sum, yet 200–500 ms at 10,000 vectors and over 1–3 s in large's bases of 200,000. A semantic hit needs the query's embedding (100–300 ms), so 20–50 ms fits exact repeats only.",
  },
  {
    id: 'one-p95-for-all',
    about: 'latency',
    text: 'One p95 below 2 s for everything fails by design where chats (1–5 s) or hybrid searches are more than 5% of the requests.',
  },
  // Settings
  {
    id: 'pool-times-instances',
    about: 'settings',
    text: "A pool of 20 on 1, 2 and 4 Node instances is 20, 40 and 80 connections against 10, 20 and 50, before Python's own; ten replicas are 200. Here connections are configured for what the pools may open.",
  },
  {
    id: 'image-concurrency',
    about: 'settings',
    tiers: ['small', 'medium', 'very-large'],
    text: "Image concurrency of 10–15 exceeds the setting's maximum of 10; the memory table and the tier table differ (1–2 and 1, 2–4 and 2–3).",
  },
  {
    id: 'workers-per-core',
    about: 'settings',
    text: 'One worker a core would be 4, 8, 16 and 32; the tiers have half of that.',
  },
  {
    id: 'cache-hits',
    about: 'settings',
    text: 'Cache hits are 15–30% or 20–30%, but the alarm wants more than 70%.',
  },
  {
    id: 'autoscaler-targets',
    about: 'settings',
    text: 'The autoscaler holds CPU at 70% and memory at 80% while the averages must stay below 60% and 70%; it has no queue-depth metric, no scale-in at 30%, and a minimum of 2 where small has 1 instance.',
  },
  {
    id: 'api-instances-very-large',
    about: 'settings',
    tiers: ['very-large'],
    text: 'The autoscaler ends at 10 replicas where very large starts with 8 or more; here its maximum is 16.',
  },
  {
    id: 'redis-cluster-threshold',
    about: 'settings',
    text: 'Redis becomes a cluster above 10 GB in one place and above 16 GB in two others; here it is one in every tier, so that growing never replaces it.',
  },
  {
    id: 'microservices-threshold',
    about: 'plan',
    text: 'Microservices come above 5,000 users, but very large (1,000+) already has them.',
  },
  {
    id: 'faiss-per-process',
    about: 'plan',
    text: 'FAISS lives in one Python process, so scaling Python out needs a shared or sharded index; the query table and the index list differ (e-mail and Shopify id are only in the first).',
  },
];
