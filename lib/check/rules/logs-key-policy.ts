import { allowedServices, isServiceDomain } from '../roles';
import type { Rule } from '../rule';
import { rawAt } from '../values';

export const logsKeyPolicy: Rule = {
  id: 'logs-key-policy',
  severity: 'error',
  description: 'Log group has a KMS key whose policy does not allow CloudWatch Logs to use it, which CloudWatch Logs rejects',
  fix: 'Add a statement to the key policy that allows logs.<region>.amazonaws.com to encrypt and decrypt',
  citation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  *check(context) {
    for (const group of context.ofType('AWS::Logs::LogGroup')) {
      const key = context.targetOf('AWS::KMS::Key', rawAt(group.properties, 'KmsKeyId'));
      const services = key === undefined ? undefined : allowedServices(key.properties.KeyPolicy);
      if (key === undefined || services === undefined) continue;
      if (services.some((name) => isServiceDomain(name, 'logs'))) continue;
      yield {
        resource: key,
        path: 'Properties.KeyPolicy',
        received: 'a policy without CloudWatch Logs',
        expected: `a statement for logs.<region>.amazonaws.com, because ${group.id} has the key`,
      };
    }
  },
};
