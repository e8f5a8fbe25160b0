import type { ManifestObject } from '../../manifests/manifest-object';
import { itemsAt, stringAt } from '../../manifests/values';
import type { BalancerDemand, ObjectReader, ReaderContext } from '../object-demand';

/** Controllers whose load balancers are known. Source: AWS Load Balancer Controller guide, Gateway API. */
const BALANCERS: ReadonlyMap<string, BalancerDemand['type']> = new Map(
  Object.entries<BalancerDemand['type']>({
    'gateway.k8s.aws/alb': 'application',
    'gateway.k8s.aws/nlb': 'network',
  }),
);

/** Class names that are taken as classes of these controllers if no manifest defines the class. */
const USUAL_CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    alb: 'gateway.k8s.aws/alb',
    'aws-alb': 'gateway.k8s.aws/alb',
    'aws-alb-gateway-class': 'gateway.k8s.aws/alb',
    nlb: 'gateway.k8s.aws/nlb',
    'aws-nlb': 'gateway.k8s.aws/nlb',
    'aws-nlb-gateway-class': 'gateway.k8s.aws/nlb',
  }),
);

/** Gateway. It creates a load balancer if its class belongs to the AWS Load Balancer Controller. */
export const gateway: ObjectReader = {
  kinds: ['gateway.networking.k8s.io/Gateway'],
  read: (object, context) => {
    const className = stringAt(object.raw, 'spec', 'gatewayClassName') ?? '';
    const found = context.index.clusterWide('GatewayClass', className);
    const controller = found === undefined ? USUAL_CLASSES.get(className) : stringAt(found.raw, 'spec', 'controllerName');
    const type = BALANCERS.get(controller ?? '');
    if (type === undefined) {
      return {
        unpriced: [
          controller === undefined ? { kind: 'unknown-gateway-class', className } : { kind: 'unknown-gateway-controller', controller },
        ],
      };
    }
    return { balancers: [{ type, isPublic: isPublic(object, found, context), rules: rulesOf(object, context) }] };
  },
};

/** Whether the load balancer is public: as the configuration of the Gateway or its class states; internal by default. */
function isPublic(object: ManifestObject, gatewayClass: ManifestObject | undefined, { index }: ReaderContext): boolean {
  const names = [
    stringAt(object.raw, 'spec', 'infrastructure', 'parametersRef', 'name'),
    gatewayClass === undefined ? undefined : stringAt(gatewayClass.raw, 'spec', 'parametersRef', 'name'),
  ];
  const scheme = index
    .ofKind('LoadBalancerConfiguration')
    .filter(({ name }) => names.includes(name))
    .flatMap(({ raw }) => stringAt(raw, 'spec', 'scheme') ?? []);
  return scheme.includes('internet-facing');
}

/** Number of matches of the routes that are attached to the Gateway. */
function rulesOf(object: ManifestObject, { index }: ReaderContext): number {
  const attached = index
    .ofKind('HTTPRoute')
    .filter(({ raw }) => itemsAt(raw, 'spec', 'parentRefs').some(({ value }) => stringAt(value, 'name') === object.name));
  const rules = attached.flatMap(({ raw }) => itemsAt(raw, 'spec', 'rules'));
  return rules.reduce((sum, { value }) => sum + Math.max(1, itemsAt(value, 'matches').length), 0);
}
