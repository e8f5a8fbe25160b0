import type { SystemInput } from '../../lib/model/inputs';

const DOCUMENT = 'AIVA capacity plan 1.0, November 2025';

const SOURCE = `${DOCUMENT}: capacity by use case`;

/** Use cases of the document: the workload that a tier handles when users do one kind of work more than others. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'document-heavy',
    name: 'document-heavy use',
    tier: 'medium',
    workload: { concurrentUsers: [50, 80], operations: { documents: '100-200/h', searches: '200-400/min' } },
    limitedBy: 'Python CPU',
    source: SOURCE,
  },
  {
    id: 'chat-heavy',
    name: 'chat-heavy use',
    tier: 'medium',
    workload: { concurrentUsers: [100, 150], operations: { chats: [30, 50], messages: '500-1000/min' } },
    limitedBy: 'model-API rate limit, latency',
    source: SOURCE,
  },
  {
    id: 'sample-dashboard',
    name: 'load of the sample dashboard',
    tier: 'medium',
    workload: { requestsPerSecond: 45.2, operations: { calls: 5, images: '8/min' } },
    source: `${DOCUMENT}: sample dashboard`,
  },
  {
    id: 'voice-heavy',
    name: 'voice-heavy use',
    tier: 'large',
    workload: { operations: { calls: [30, 50] } },
    limitedBy: 'realtime-API concurrency, network',
    source: SOURCE,
  },
  {
    id: 'mixed',
    name: 'mixed use',
    tier: 'large',
    workload: {
      concurrentUsers: [200, 300],
      operations: { chats: [50, 100], calls: [15, 25], documents: '50-100/h', searches: '300-600/min' },
    },
    limitedBy: 'the whole host, model-API limits',
    source: SOURCE,
  },
];
