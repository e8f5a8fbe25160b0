import type { SystemInput } from '../../lib/model/inputs';

const DOCUMENT = 'AIVA capacity plan 1.0, November 2025';

/** Its per-operation table. Times are those of the whole step; the table rarely states the processor time in it. */
const TABLE = `${DOCUMENT}: per-operation costs`;

/** Source of a number that the document does not give, with the reason for it. */
const notInDocument = (because: string) => `not in the document: ${because}`;

/** The service of the GPU option: a tier that has it processes no images on `python`. */
const GPU = 'image-worker';

/** Operations of users. Amounts are cores, MiB and connections for the duration of an event, and calls for each event. */
export const operations: SystemInput['operations'] = {
  requests: {
    name: 'API request',
    kind: 'event',
    usual: {
      amount: { low: 0.02, mid: 2, high: 2.5 },
      source: `${DOCUMENT}: requests/s over users of each tier, 1 to 2.5, a quotient of two capacities; 0.1 in its example with 10 s between requests. GitLab measures 0.02 (reference architecture of 1,000 users). No source measures this system: the interval has all of them, and the mid is that of the tiers, the cautious one`,
    },
    counts: 'http-requests',
    seconds: { amount: [0.03, 0.1], source: `${TABLE}, knowledge base create, list, get: 30–100 ms` },
    criticality: 'high',
    demands: [
      {
        component: 'api',
        resource: 'processor',
        amount: 1,
        seconds: { low: 0.002, mid: 0.004, high: 0.01 },
        source: notInDocument('the table says "low"; 100–500 small JSON requests/s are the capacity of one core of Node.js'),
      },
      {
        component: 'api',
        resource: 'connections',
        amount: { low: 0.7, mid: 0.78, high: 0.85 },
        amountAs: 'uncached',
        seconds: [0.02, 0.08],
        source: `${TABLE}: a list query of 20–80 ms, for the 70–85% that no cache answers`,
      },
      {
        component: 'database',
        resource: 'processor',
        amount: { low: 0.7, mid: 0.78, high: 0.85 },
        amountAs: 'uncached',
        seconds: { low: 0.0005, mid: 0.001, high: 0.003 },
        readOnly: true,
        source: notInDocument('most of the 20–80 ms is waiting; an indexed query takes about 1 ms of a processor'),
      },
    ],
  },
  logins: {
    name: 'sign-in',
    kind: 'event',
    usual: {
      amount: { low: 0.1, mid: 0.25, high: 1 },
      every: 'hour',
      source: notInDocument('a user signs in a few times a working day at most'),
    },
    seconds: { amount: [0.15, 0.4], source: `${TABLE}: login 150–300 ms, registration 200–400 ms` },
    criticality: 'high',
    demands: [
      { component: 'api', resource: 'processor', amount: 1, seconds: [0.1, 0.3], source: `${TABLE}: most of it is bcrypt, which computes` },
      { component: 'api', resource: 'connections', amount: 1, seconds: [0.02, 0.1], source: `${TABLE}: two to four statements` },
    ],
  },
  chats: {
    name: 'open chat',
    kind: 'session',
    usual: { amount: { low: 0.2, mid: 0.4, high: 0.5 }, source: `${DOCUMENT}: active sessions over users of each tier, 0.2 to 0.5` },
    criticality: 'high',
    demands: [{ component: 'api', resource: 'memory', amount: [50, 100], source: `${TABLE}: 50–100 MB a chat session` }],
  },
  messages: {
    name: 'chat message',
    kind: 'event',
    usual: {
      amount: { low: 1, mid: 3, high: 6.7 },
      every: 'minute',
      per: 'chats',
      source: notInDocument('reading and writing take 20 s; the rate limit of 100 in 15 minutes allows 6.7/min'),
    },
    seconds: { amount: [1, 5], source: `${TABLE}: 1–5 s, of which the model 1–4 s` },
    criticality: 'high',
    includes: [
      {
        operation: 'searches',
        times: { low: 0, mid: 0.5, high: 1 },
        source: `${TABLE}: a search if the agent is configured to; assumed: half of the messages`,
      },
    ],
    demands: [
      {
        component: 'api',
        resource: 'processor',
        amount: 1,
        seconds: { low: 0.005, mid: 0.015, high: 0.04 },
        source: notInDocument('"low" in the table; a streamed answer is some hundred small writes'),
      },
      {
        component: 'api',
        resource: 'connections',
        amount: 1,
        seconds: { low: 0.05, mid: 0.1, high: 0.13 },
        source: `${TABLE}: save 50 ms, save 50 ms, credits 30 ms`,
      },
      {
        component: 'database',
        resource: 'processor',
        amount: 1,
        seconds: { low: 0.002, mid: 0.004, high: 0.01 },
        replaySeconds: [0.0004, 0.0012],
        source: notInDocument(
          'three writes with their indexes; MySQL replays three rows in 0.4 ms in one transaction and 1.1 ms in three, measured once',
        ),
      },
      {
        component: 'database',
        resource: 'storage',
        amount: [0.002, 0.01],
        source: notInDocument('a message and its answer, 2–10 KB with indexes'),
      },
      { component: 'model-api', resource: 'api-calls', amount: 1, source: `${DOCUMENT}: as many model calls as messages` },
    ],
  },
  searches: {
    name: 'text search',
    kind: 'event',
    usual: {
      amount: { low: 1.5, mid: 2.5, high: 5 },
      every: 'minute',
      source: `${DOCUMENT}: mixed use 300–600/min of 200–300 users, document-heavy 200–400 of 50–80`,
    },
    seconds: { amount: [0.2, 0.8], source: `${TABLE}: 200–600 ms, 200–800 ms at the endpoint` },
    criticality: 'high',
    demands: [
      {
        component: 'api',
        resource: 'processor',
        amount: { low: 0.25, mid: 0.4, high: 0.6 },
        search: {
          index: 'exact',
          stored: 'stored-documents',
          vectorsEach: 10,
          indexes: 'knowledge-bases',
          points: [
            { vectors: 1_000, seconds: [0.05, 0.15] },
            { vectors: 10_000, seconds: [0.2, 0.5] },
            { vectors: 100_000, seconds: [1, 3] },
          ],
        },
        source: `${DOCUMENT}: scan search of 1,000 vectors 50–150 ms, 10,000 200–500 ms, 100,000 1–3 s; the cache answers 15–30% of the searches; assumed: half of the time is processor time`,
      },
      {
        component: 'api',
        resource: 'connections',
        amount: { low: 0.7, mid: 0.78, high: 0.85 },
        amountAs: 'uncached',
        seconds: [0.02, 0.1],
        source: `${TABLE}: chunks 20–100 ms`,
      },
      {
        component: 'database',
        resource: 'processor',
        amount: { low: 0.7, mid: 0.78, high: 0.85 },
        amountAs: 'uncached',
        seconds: { low: 0.001, mid: 0.003, high: 0.01 },
        readOnly: true,
        source: notInDocument('5–20 rows of text by their keys'),
      },
      {
        component: 'model-api',
        resource: 'api-calls',
        amount: { low: 0.7, mid: 0.85, high: 1 },
        source: `${TABLE}: the query is embedded by a call; an exact repeat, at most 30%, needs none`,
      },
    ],
  },
  'image-searches': {
    name: 'image search',
    kind: 'event',
    usual: {
      amount: { low: 0, mid: 0.05, high: 0.2 },
      every: 'minute',
      source: notInDocument('a few of a hundred searches'),
    },
    seconds: { amount: [0.7, 2.6], source: `${TABLE}: hybrid search 700–2,600 ms` },
    criticality: 'high',
    includes: [{ operation: 'searches', times: 1, source: `${TABLE}: text as above, and images` }],
    demands: [
      {
        component: 'python',
        resource: 'processor',
        amount: 1,
        seconds: [0.5, 2],
        without: GPU,
        source: `${TABLE}: CLIP 500–2,000 ms on a processor`,
      },
      {
        component: 'python',
        resource: 'workers',
        amount: 1,
        seconds: [0.51, 2.08],
        without: GPU,
        source: `${TABLE}: CLIP 500–2,000 ms, FAISS 10–50 ms, merge 10–30 ms`,
      },
      {
        component: GPU,
        resource: 'workers',
        amount: 1,
        seconds: [0.07, 0.28],
        with: GPU,
        source: `${TABLE}: CLIP 50–200 ms on a GPU, FAISS and merge 20–80 ms`,
      },
    ],
  },
  documents: {
    name: 'document upload',
    kind: 'event',
    usual: {
      amount: { low: 0.3, mid: 1, high: 2.5 },
      every: 'hour',
      source: `${DOCUMENT}: mixed use 50–100/h of 200–300 users, document-heavy 100–200 of 50–80`,
    },
    transfer: { uploadMib: { value: 5, reason: 'half of the 10 MB that an image may have' } },
    seconds: { amount: [5, 90], source: `${TABLE}: 5–90 s in the background` },
    criticality: 'low',
    demands: [
      { component: 'python', resource: 'processor', amount: [0.1, 0.4], source: `${TABLE}: 10–40% of a core while it is processed` },
      { component: 'python', resource: 'memory', amount: [200, 1_024], source: `${TABLE}: 200 MB–1 GB` },
      { component: 'python', resource: 'workers', amount: 1, source: 'a worker processes one document at a time' },
      { component: 'api', resource: 'connections', amount: 1, seconds: 0.05, source: `${TABLE}: 50 ms for the record` },
      {
        component: 'model-api',
        resource: 'api-calls',
        amount: [5, 20],
        source: `${DOCUMENT}: a call for each chunk, about 10 chunks a document`,
      },
    ],
  },
  images: {
    name: 'image upload',
    kind: 'event',
    usual: { amount: { low: 0.2, mid: 0.6, high: 2 }, every: 'hour', source: notInDocument('fewer than documents') },
    seconds: { amount: [1, 4], source: `${TABLE}: 1–4 s; its steps sum to 0.7–2.6 s` },
    criticality: 'normal',
    demands: [
      { component: 'python', resource: 'processor', amount: [0.3, 0.8], without: GPU, source: `${TABLE}: 30–80% of a core` },
      { component: 'python', resource: 'memory', amount: 500, without: GPU, source: `${DOCUMENT}: about 500 MB for each image at a time` },
      { component: 'python', resource: 'workers', amount: 1, without: GPU, source: 'a worker processes one image at a time' },
      {
        component: GPU,
        resource: 'workers',
        amount: 1,
        seconds: [0.2, 0.8],
        with: GPU,
        source: `${TABLE}: save 100–300 ms, CLIP 50–200 ms on a GPU, FAISS 50–200 ms, record 50–100 ms`,
      },
      {
        component: GPU,
        resource: 'memory',
        amount: 500,
        seconds: [0.2, 0.8],
        with: GPU,
        source: `${DOCUMENT}: about 500 MB for each image at a time`,
      },
    ],
  },
  calls: {
    name: 'voice call',
    kind: 'session',
    usual: { amount: { low: 0.04, mid: 0.12, high: 0.2 }, source: `${DOCUMENT}: calls over users of each tier, 0.04 to 0.2` },
    transfer: { callKilobitsPerSecond: { value: 40, reason: 'the upper figure of the document, 20–40 kbit/s a call' } },
    criticality: 'critical',
    demands: [
      { component: 'bridge', resource: 'calls', amount: 1, source: `${DOCUMENT}: 10–30 calls a bridge` },
      { component: 'bridge', resource: 'processor', amount: [0.03, 0.08], source: `${TABLE}: 3–8% CPU a call; assumed: of one core` },
      { component: 'bridge', resource: 'memory', amount: [50, 150], source: `${TABLE}: 50–150 MB a call` },
    ],
  },
  'knowledge-bases': {
    name: 'knowledge base',
    kind: 'session',
    usual: { amount: { low: 0.1, mid: 0.4, high: 0.5 }, source: `${DOCUMENT}: knowledge bases over users of each tier, 0.1 to 0.5` },
    criticality: 'normal',
  },
  'stored-documents': {
    name: 'knowledge-base document',
    kind: 'session',
    usual: {
      amount: { low: 20, mid: 100, high: 400 },
      source: `${DOCUMENT}: small has 5–10 bases of 1,000 documents for 10–25 users, 400 each; assumed: many users share them`,
    },
    criticality: 'normal',
    demands: [
      {
        component: 'cache',
        resource: 'memory',
        // 10 × 7,238 and 10 × 7,974 bytes in MiB.
        amount: { low: 0.069, mid: 0.076, high: 0.076 },
        evidence: 'measured',
        source: `Valkey 9.1: a vector of 1,536 binary floats takes 7,238 bytes as a string and 7,974 as a hash with 500 bytes of text, without an index (20,550 as JSON). ${DOCUMENT}: 10 chunks a document, 6 KB a vector, the size of the floats alone`,
      },
    ],
  },
};

/** Loads that exist without users. */
export const baseLoads: SystemInput['baseLoads'] = [
  { component: 'api', resource: 'memory', amount: [100, 200], source: notInDocument('Node.js with its modules') },
  {
    component: 'python',
    resource: 'memory',
    amount: { low: 600, mid: 600, high: 1_200 },
    without: GPU,
    source: `${DOCUMENT}: CLIP needs about 600 MB. The document says that workers share it, but they are processes, so two of them load it twice`,
  },
  {
    component: 'python',
    resource: 'memory',
    amount: [60, 150],
    per: 'worker',
    source: notInDocument('a Python process with its libraries'),
  },
  { component: GPU, resource: 'memory', amount: 600, with: GPU, source: `${DOCUMENT}: CLIP takes about 600 MB` },
  { component: 'bridge', resource: 'memory', amount: [80, 200], source: notInDocument('Asterisk and the bridge without calls') },
];

/** Operations that limit no tier. */
export const withoutLimit: SystemInput['withoutLimit'] = [
  {
    operation: 'knowledge-bases',
    reason: 'an empty knowledge base is one row in the database; its documents have the memory',
  },
];
