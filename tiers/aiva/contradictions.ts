import type { SystemInput } from '../../lib/model/inputs';

/**
 * Where the document contradicts itself, the market or arithmetic. Market prices are those of us-east-1, on demand,
 * for 730 hours.
 */
export const contradictions: SystemInput['contradictions'] = [
  // Instances and cost
  {
    id: 'small-machine-price',
    about: 'cost',
    tiers: ['small'],
    text: 'Small requires 4 vCPU and 8 GB, but is priced as a t3.medium, which has half of both: 2 vCPU and 4 GiB.',
  },
  {
    id: 'medium-machine-price',
    about: 'cost',
    tiers: ['medium'],
    text: 'Medium requires 8 vCPU, but is priced as a t3.xlarge, which has 4. With 500 GB of gp3 this instance alone costs $161/month, more than the stated $120–150.',
  },
  {
    id: 'other-clouds-sizes',
    about: 'cost',
    tiers: ['small', 'medium', 'large'],
    text: 'The $24 droplet of DigitalOcean has 4 GB, not 8. The 8 GB plan of Linode costs $48, not $36, and its $96 and $192 plans have 6 and 8 vCPU where 8 and 16 are required.',
  },
  {
    id: 'very-large-machine',
    about: 'cost',
    tiers: ['very-large'],
    text: 'The list price of a c5.9xlarge is $1,117/month, below the stated $1,200–1,500, and it is one host where the tier requires several servers.',
  },
  {
    id: 'processor-and-disk-wishes',
    about: 'cost',
    tiers: ['large', 'very-large'],
    text: 'c5.4xlarge and c5.9xlarge have no local NVMe disks, and their cores do not reach the required 4.0–4.5 GHz.',
  },
  {
    id: 'a100-price',
    about: 'cost',
    tiers: ['very-large'],
    text: 'The tier allows A10 or A100, but only an A10G is priced. The smallest instance with A100 GPUs, p4d.24xlarge, costs about $16,000/month.',
  },
  {
    id: 'very-large-total',
    about: 'cost',
    tiers: ['very-large'],
    text: 'The parts of very large add up to $3,000–4,500; its total is $3,000–5,000+, and $2,000+ in two other tables.',
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
    text: 'The cost for 1,000 users is that of one c5.4xlarge, the instance of large (200–500 users), without GPU, replica or Redis cluster: $670, and $2,000+ or $3,000+ in other tables.',
  },
  {
    id: 'speech-optional',
    about: 'cost',
    text: 'Speech is optional, but part of the minimum of $1,370. Without it the cost for 1,000 users is $1,270–2,770.',
  },
  {
    id: 'user-bands',
    about: 'capacity',
    text: 'The profiles have no tier for 26–49, 101–199 and 501–999 users; the guideline extends small to 50, medium to 200 and large to 1,000.',
  },
  // Components that do not add up to the published resources
  {
    id: 'medium-memory',
    about: 'memory',
    tiers: ['medium'],
    text: 'Redis has 4 GB in the split of 16 GB and 8 GB in the service table, and no split includes the voice bridge. With 8 GB and a bridge for 15 calls the components need more than 16 GB.',
  },
  {
    id: 'large-memory',
    about: 'memory',
    tiers: ['large'],
    text: 'The split of 32 GB adds up to 38 GB without the voice bridge. Redis has 8 GB there and 16 GB in the service table, and 50 calls need another 2.5–7.5 GB.',
  },
  {
    id: 'chat-memory',
    about: 'capacity',
    text: 'At 50–100 MB per chat session, the 20–40 chats of medium need 1–4 GB of the 2 GB for Node.js, the 100–200 chats of large 5–20 GB of 6 GB, and the 1,000 chats of very large up to 100 GB.',
  },
  {
    id: 'python-memory',
    about: 'capacity',
    tiers: ['medium', 'large'],
    text: 'Documents, images and CLIP at the published concurrency need 2.2–7.1 GB of the 4 GB for Python in medium and 4.7–16.6 GB of 12 GB in large; workers are processes, so each of them loads CLIP (0.6 GB).',
  },
  {
    id: 'vector-memory',
    about: 'capacity',
    tiers: ['medium', 'large'],
    text: 'At 60 KB per document, knowledge bases need 6–15 GB in medium, where Redis has 8 GB, and 120 GB in large, where it has 16 GB.',
  },
  // Capacity
  {
    id: 'in-flight-requests',
    about: 'capacity',
    text: 'Requests in flight are 0.1–0.3 per user in the rule and 0.03 in the example. Small to large have about 2 requests/s per user, but a think time of 10 s gives 0.1. Here the interval has both, and the mid is 2/s.',
  },
  {
    id: 'rate-limit-per-client',
    about: 'capacity',
    text: 'The limit of 100 requests in 15 minutes is 0.11/s per client: the 500 users of large may send 56/s, not 500–1,000, and a chat-heavy session sends 10–33 messages/min where 6.7 are allowed.',
  },
  {
    id: 'chat-heavy-medium',
    about: 'capacity',
    tiers: ['medium'],
    text: 'The chat-heavy case has 100–150 users and 30–50 chats on medium, which is published for 50–100 and 20–40. It counts one model call per message, although a search adds an embedding call; 500–1,000 calls/min reach or exceed the first API tier.',
  },
  {
    id: 'document-heavy-medium',
    about: 'capacity',
    tiers: ['medium'],
    text: 'The document-heavy case names the CPU of Python as its limit, but 100–200 uploads per hour of 5–90 s at 10–40% of a core use 0.01–2 of 8 cores.',
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
    text: 'At 1–3 products/s, 100 products take 33–100 s, not the 5–10 min of the example, and 1,000 products take up to 80 min, not 5–60 min; the steps add up to 0.2–0.9 products/s with images.',
  },
  {
    id: 'load-test-peak',
    about: 'capacity',
    tiers: ['large', 'very-large'],
    text: 'The load tests peak at 200 users (500 in the spike test), below the published capacity of large and very large.',
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
    text: 'Search takes 200–800 ms at the endpoint, and hybrid search up to 2,600 ms. Redis search takes 50–200 ms in the sum, but 200–500 ms with 10,000 vectors and more than 1–3 s with the 200,000 vectors of large. Here the duration depends on the vectors of a knowledge base. A semantic cache hit needs the embedding of the query (100–300 ms), so 20–50 ms is possible for exact repetitions only.',
  },
  {
    id: 'one-p95-for-all',
    about: 'latency',
    text: 'A p95 below 2 s for all requests is impossible where chats (1–5 s) or hybrid searches are more than 5% of them.',
  },
  // Settings
  {
    id: 'pool-times-instances',
    about: 'settings',
    text: 'A pool of 20 on 1, 2 and 4 Node instances is 20, 40 and 80 connections, but the database has 10, 20 and 50, and Python needs connections as well; ten replicas open 200. Here the database is configured for all connections of the pools.',
  },
  {
    id: 'image-concurrency',
    about: 'settings',
    tiers: ['small', 'medium', 'very-large'],
    text: 'Image concurrency of 10–15 exceeds the maximum of the setting, 10. The memory table and the tier table differ (1–2 and 1, 2–4 and 2–3).',
  },
  {
    id: 'workers-per-core',
    about: 'settings',
    text: 'One worker per core would be 4, 8, 16 and 32 workers; the tiers have half as many.',
  },
  {
    id: 'cache-hits',
    about: 'settings',
    text: 'The cache hit rate is 15–30% or 20–30%, but the alarm requires more than 70%.',
  },
  {
    id: 'autoscaler-targets',
    about: 'settings',
    text: 'The autoscaler targets 70% CPU and 80% memory, but the averages must stay below 60% and 70%; it has no queue-depth metric, no scale-in at 30%, and a minimum of 2 where small has 1 instance.',
  },
  {
    id: 'api-instances-very-large',
    about: 'settings',
    tiers: ['very-large'],
    text: 'The autoscaler has a maximum of 10 replicas, and very large starts with 8 or more; here its maximum is 100.',
  },
  {
    id: 'redis-cluster-threshold',
    about: 'settings',
    text: 'Redis becomes a cluster above 10 GB in one place and above 16 GB in two others. Here it is a cluster in every tier, so that a larger tier never replaces it.',
  },
  {
    id: 'microservices-threshold',
    about: 'plan',
    text: 'Microservices are planned for more than 5,000 users, but very large (1,000+) already has them.',
  },
  {
    id: 'faiss-per-process',
    about: 'plan',
    text: 'FAISS is in the memory of one Python process, so more Python instances need a shared or sharded index. The query table and the index list differ (e-mail and Shopify id are only in the first).',
  },
  {
    id: 'vectors-in-redis',
    about: 'capacity',
    tiers: ['small', 'medium', 'large', 'very-large'],
    text: 'A text vector is 6 KB, and 1,000 documents of 10 chunks are 60 MB. That is the size of 1,536 binary floats alone: in Valkey 9.1 such a vector takes 7.2 KB as a string, 8.0 KB as a hash with its text, and 20.6 KB as JSON. Here 1,000 documents take 72–80 MB.',
  },
  // Sized here
  {
    id: 'python-instance-memory',
    about: 'memory',
    tiers: ['small'],
    text: 'Two Python workers that each load CLIP, and a document of up to 1 GB, need 2.5 GB in one instance. With it, the components of small need 8.6 GB of memory, where it has 8 GB.',
  },
  {
    id: 'sizes-of-large',
    about: 'capacity',
    tiers: ['large'],
    text: 'Ten replicas of the API, three bridges and one read replica do not handle the 200–500 users of the tier. Here the maximum is 18 replicas and five bridges, and the database has two read replicas.',
  },
  {
    id: 'sizes-of-very-large',
    about: 'capacity',
    tiers: ['very-large'],
    text: 'The document gives open-ended sizes for 1,000–5,000+ users: 8+ API instances, whose autoscaler ends with 10, and 10 bridges at 20 calls each. Here the maximum is 100 instances of the API and 24 bridges, and the cache has the memory for the vectors of its knowledge bases.',
  },
  {
    id: 'model-calls-of-very-large',
    about: 'capacity',
    tiers: ['very-large'],
    text: 'The largest usage tier of the model API accepts 10,000 calls/min, but 5,000 users need up to 20,000. Agree on 25,000 calls/min with the provider before you deploy this tier.',
  },
];
