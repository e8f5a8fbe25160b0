import { defaultRoutes, subnetsIn } from '../network';
import { count, violationsOf } from '../requirements';
import type { Rule } from '../rule';
import { itemsAt } from '../values';

const PROFILE = 'AWS::EKS::FargateProfile';

export const eksFargateProfile: Rule = {
  id: 'eks-fargate-profile',
  severity: 'error',
  description: 'Fargate profile has a public subnet or more than five selectors, which EKS rejects',
  fix: 'Name private subnets, and create another profile for further selectors',
  citation: 'https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html',
  *check(context) {
    yield* violationsOf(context, PROFILE, count('Selectors', { most: 5 }));
    const routes = defaultRoutes(context);
    for (const resource of context.ofType(PROFILE)) {
      for (const { id } of subnetsIn(itemsAt(resource.properties, 'Subnets'), context)) {
        if (routes.get(id) !== 'internet-gateway') continue;
        yield {
          resource,
          path: 'Properties.Subnets',
          received: `${id}, whose route is to an internet gateway`,
          expected: 'private subnets',
        };
      }
    }
  },
};
