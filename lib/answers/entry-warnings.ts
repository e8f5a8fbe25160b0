import type { Blueprint } from '../blueprint/blueprint';
import type { DeploymentWarning } from './answer-warning';

/** A warning for each entry point that serves HTTP without TLS. */
export function entryWarnings({ components, options }: Blueprint): DeploymentWarning[] {
  if (options.topology === 'single-host' && options.platform === 'ecs') return [{ kind: 'host-without-tls' }];
  return Object.values(components).flatMap((component): DeploymentWarning[] => {
    if (component.kind !== 'load-balancer' || component.type !== 'application' || component.certificate !== undefined) return [];
    return [{ kind: 'entry-without-tls', component: component.id }];
  });
}
