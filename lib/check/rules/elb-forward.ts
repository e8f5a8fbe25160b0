import { count, each, violationsOf, within } from '../requirements';
import type { Rule } from '../rule';

const GROUPS = count('ForwardConfig.TargetGroups', { least: 1, most: 5 });
const WEIGHTS = each('ForwardConfig.TargetGroups', within('Weight', { least: 0, most: 999 }));

export const elbForward: Rule = {
  id: 'elb-forward',
  severity: 'error',
  description: 'Forward action has more than five target groups, or a weight above 999',
  fix: 'Forward to at most five target groups, with weights of 0 to 999',
  citation: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html',
  unsettled:
    'The page states the weight. The quotas state five target groups for an action, which is not adjustable: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html',
  *check(context) {
    yield* violationsOf(context, 'AWS::ElasticLoadBalancingV2::Listener', each('DefaultActions', GROUPS, WEIGHTS));
    yield* violationsOf(context, 'AWS::ElasticLoadBalancingV2::ListenerRule', each('Actions', GROUPS, WEIGHTS));
  },
};
