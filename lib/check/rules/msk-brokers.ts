import { mayBeOther } from '../requirements';
import type { Rule } from '../rule';
import { isKnownNumber, listAt, numberAt, UNKNOWN } from '../values';

export const mskBrokers: Rule = {
  id: 'msk-brokers',
  severity: 'error',
  description: 'Number of brokers of a cluster is not a multiple of the number of its subnets',
  fix: 'Set NumberOfBrokerNodes to a multiple of the number of ClientSubnets',
  citation: 'https://docs.aws.amazon.com/msk/latest/developerguide/msk-create-cluster.html',
  unsettled: 'The page states that MSK distributes the brokers evenly over the subnets. That other numbers are rejected follows from this',
  *check(context) {
    for (const resource of context.ofType('AWS::MSK::Cluster')) {
      const brokers = numberAt(resource.properties, 'NumberOfBrokerNodes');
      const subnets = listAt(resource.properties, 'BrokerNodeGroupInfo', 'ClientSubnets');
      if (
        !isKnownNumber(brokers) ||
        subnets === UNKNOWN ||
        subnets.length === 0 ||
        subnets.some(mayBeOther) ||
        brokers % subnets.length === 0
      )
        continue;
      yield { resource, path: 'Properties.NumberOfBrokerNodes', received: String(brokers), expected: `a multiple of ${subnets.length}` };
    }
  },
};
