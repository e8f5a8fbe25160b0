import { ENDED_SERVICES } from '../ended-services';
import type { Rule } from '../rule';
import { firstResources } from '../service-availability';

export const serviceEnded: Rule = {
  id: 'service-ended',
  severity: 'error',
  description: 'Resource belongs to a service that AWS has ended',
  fix: 'Use the service that the notice of AWS names as its successor',
  citation: 'https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html',
  unsettled: 'The page has no list of the services. The message names the page of the service with its notice',
  check: (context) => firstResources(context, ENDED_SERVICES, ({ name, on }) => `${name} ended on ${on}`),
};
