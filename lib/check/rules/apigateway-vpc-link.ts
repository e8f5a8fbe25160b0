import { balancerType, LOAD_BALANCER } from '../elb';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

export const apigatewayVpcLink: Rule = {
  id: 'apigateway-vpc-link',
  severity: 'error',
  description: 'VPC link of a REST API targets a load balancer other than a Network Load Balancer',
  fix: 'Put a Network Load Balancer between, or use an HTTP API, whose VPC links reach Application Load Balancers',
  citation: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateVpcLink.html',
  *check(context) {
    for (const link of context.ofType('AWS::ApiGateway::VpcLink')) {
      for (const [index, arn] of itemsAt(link.properties, 'TargetArns').entries()) {
        const balancer = context.targetOf(LOAD_BALANCER, arn);
        const type = balancer === undefined ? undefined : balancerType(balancer);
        if (type !== 'application' && type !== 'gateway') continue;
        yield {
          resource: link,
          path: `Properties.TargetArns[${index}]`,
          received: `${balancer?.id}, of type ${type}`,
          expected: 'type network',
        };
      }
    }
  },
};
