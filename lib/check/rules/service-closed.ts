import { CLOSED_SERVICES } from '../ended-services';
import type { Rule } from '../rule';
import { firstResources } from '../service-availability';

export const serviceClosed: Rule = {
  id: 'service-closed',
  severity: 'warning',
  description: 'Resource belongs to a service that is closed to new customers, in whose accounts it cannot be created',
  fix: 'Use the service that the notice of AWS names as its successor, unless your account already uses this one',
  citation: 'https://docs.aws.amazon.com/general/latest/gr/lifecycle-doc-history.html',
  unsettled: 'The page has no list of the services. The message names the page of the service with its notice',
  check: (context) =>
    firstResources(
      context,
      CLOSED_SERVICES,
      ({ name, on }) => `${name} is closed to new customers${on === undefined ? '' : ` since ${on}`}`,
    ),
};
