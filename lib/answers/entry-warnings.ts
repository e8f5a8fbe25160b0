import type { Blueprint } from '../blueprint/blueprint';

/** A warning for each entry point that serves HTTP without TLS. */
export function entryWarnings({ components, options }: Blueprint): string[] {
  if (options.topology === 'single-host' && options.platform === 'ecs') {
    return ['The host serves HTTP without TLS: it has no load balancer. Use topology=managed with a certificate for HTTPS.'];
  }
  return Object.values(components).flatMap((component) => {
    if (component.kind !== 'load-balancer' || component.type !== 'application' || component.certificate !== undefined) return [];
    return [`The entry point ${component.id} serves HTTP without TLS. Set certificate to the ARN of an ACM certificate for HTTPS.`];
  });
}
