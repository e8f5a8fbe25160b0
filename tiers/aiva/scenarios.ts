import type { SystemInput } from '../../lib/model/inputs';

const SOURCE = 'AIVA capacity plan 1.0, November 2025: capacity by use case';

/** Use cases of the document: the workload that a tier handles when users do one kind of work more than others. */
export const scenarios: SystemInput['scenarios'] = [
  {
    id: 'document-heavy',
    name: 'document-heavy use',
    tier: 'medium',
    workload: { concurrentUsers: [50, 80], uploadsPerHour: [100, 200], operations: { searches: '200-400/min' } },
    limitedBy: 'Python CPU',
    source: SOURCE,
  },
  {
    id: 'chat-heavy',
    name: 'chat-heavy use',
    tier: 'medium',
    workload: { concurrentUsers: [100, 150], activeChats: [30, 50], operations: { messages: '500-1000/min' } },
    limitedBy: 'model-API rate limit, latency',
    source: SOURCE,
  },
  {
    id: 'voice-heavy',
    name: 'voice-heavy use',
    tier: 'large',
    workload: { voiceCalls: [30, 50] },
    limitedBy: 'realtime-API concurrency, network',
    source: SOURCE,
  },
  {
    id: 'mixed',
    name: 'mixed use',
    tier: 'large',
    workload: {
      concurrentUsers: [200, 300],
      activeChats: [50, 100],
      voiceCalls: [15, 25],
      uploadsPerHour: [50, 100],
      operations: { searches: '300-600/min' },
    },
    limitedBy: 'the whole host, model-API limits',
    source: SOURCE,
  },
];
