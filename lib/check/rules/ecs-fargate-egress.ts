import { shown } from '../../core/problems';
import { ecsServices } from '../ecs';
import { defaultRoutes, endpointServices, subnetsIn } from '../network';
import type { Rule } from '../rule';
import { itemsAt, stringAt, UNKNOWN } from '../values';

export const ecsFargateEgress: Rule = {
  id: 'ecs-fargate-egress',
  severity: 'error',
  description: 'Tasks on Fargate are in a public subnet without a public address: they cannot pull their image',
  fix: 'Set AssignPublicIp to ENABLED, or use private subnets with a NAT gateway or endpoints',
  citation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
  *check(context) {
    const routes = defaultRoutes(context);
    const endpoints = endpointServices(context);
    // An endpoint for S3 alone has the layers of an image, and not its manifest.
    const hasImages = endpoints.has('ecr.dkr') || endpoints.has('');
    for (const { service, isFargate } of ecsServices(context)) {
      if (isFargate !== true || hasImages) continue;
      const assigns = stringAt(service.properties, 'NetworkConfiguration', 'AwsvpcConfiguration', 'AssignPublicIp') ?? 'DISABLED';
      if (assigns === UNKNOWN || assigns === 'ENABLED') continue;
      const subnets = subnetsIn(itemsAt(service.properties, 'NetworkConfiguration', 'AwsvpcConfiguration', 'Subnets'), context);
      const open = subnets.find(({ id }) => routes.get(id) === 'internet-gateway');
      if (open === undefined) continue;
      yield {
        resource: service,
        path: 'Properties.NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp',
        received: shown(assigns),
        expected: `ENABLED, because ${open.id} is a public subnet`,
      };
    }
  },
};
