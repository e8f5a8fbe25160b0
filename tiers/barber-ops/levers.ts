import type { SystemInput } from '../../lib/model/inputs';
import { SOURCE } from './services';

/** Date of the document. */
const AS_OF = '2025-08-01';

/** Improvements of the language models that the document promises. */
export const levers: SystemInput['levers'] = [
  {
    id: 'ai-cache',
    name: 'cache of AI answers',
    value: { today: 0.15, default: 0.8, least: 0.15, most: 0.9 },
    changes: [{ kind: 'usual', operation: 'ai-requests' }],
    cost: {
      monthlyUsd: [0, 250],
      asOf: AS_OF,
      source: `${SOURCE}: budget of caching, $50/month today and $300/month in phase 1; 0 where the Redis of the tier is large enough`,
    },
    source: `${SOURCE}: AI cache hits from 15% to 80%, 90% with a predictive cache; a workload with a number of AI requests states what the cache leaves`,
  },
  {
    id: 'fewer-tokens',
    name: 'advanced context with fewer tokens',
    value: { default: 0.4, least: 0, most: 0.4 },
    changes: [{ kind: 'price', component: 'model-apis' }],
    cost: { monthlyUsd: [0, 0], asOf: AS_OF, source: 'not in the document: the context is computed in the service that the tier has' },
    source: `${SOURCE}: AI context, 40% fewer tokens`,
  },
  {
    id: 'fine-tuned-model',
    name: 'own fine-tuned model',
    value: { default: 0.3, least: 0, most: 0.3 },
    changes: [{ kind: 'price', component: 'model-apis' }],
    source: `${SOURCE}: own fine-tuned model, 30% cheaper at a high cost that it does not state`,
  },
];
