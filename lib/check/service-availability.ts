import type { CheckContext } from './check-context';
import type { EndedService, ServicesByType } from './ended-services';
import type { Violation } from './violation';

/** A violation for the first resource of each service. `state` says since when the service is not available. */
export function* firstResources(
  context: CheckContext,
  services: ServicesByType,
  state: (service: EndedService) => string,
): Generator<Violation> {
  for (const [types, service] of Object.entries(services)) {
    const resource = context.template.resources.find(({ type }) => type.startsWith(types));
    if (resource !== undefined)
      yield { resource, path: 'Type', received: resource.type, expected: `another service: ${state(service)} (${service.source})` };
  }
}
