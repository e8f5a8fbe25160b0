import type { TemplateResource } from '../../cloudformation/template-resource';
import type { Rule } from '../rule';
import { flagAt, rawAt, stringAt } from '../values';

export const eksAuthenticationMode: Rule = {
  id: 'eks-authentication-mode',
  severity: 'error',
  description: 'EKS cluster in authentication mode CONFIG_MAP, the default, has access entries or no administrator, which EKS rejects',
  fix: 'Set AccessConfig.AuthenticationMode to API, or to API_AND_CONFIG_MAP for a cluster with the ConfigMap aws-auth',
  citation: 'https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html',
  unsettled:
    'The guide states that access entries require the other modes; that CONFIG_MAP requires the permissions of the creator is stated only by the message of the service',
  *check(context) {
    for (const cluster of context.ofType('AWS::EKS::Cluster')) {
      if (!isConfigMapMode(cluster)) continue;
      const access = flagAt(cluster.properties, 'AccessConfig', 'BootstrapClusterCreatorAdminPermissions');
      if (access === false)
        yield {
          resource: cluster,
          path: 'Properties.AccessConfig.BootstrapClusterCreatorAdminPermissions',
          received: 'false',
          expected: 'true in mode CONFIG_MAP',
        };
      for (const entry of context.ofType('AWS::EKS::AccessEntry')) {
        if (context.target(rawAt(entry.properties, 'ClusterName')) !== cluster) continue;
        yield {
          resource: entry,
          path: 'Properties.ClusterName',
          received: cluster.id,
          expected: 'a cluster in mode API or API_AND_CONFIG_MAP',
        };
      }
    }
  },
};

/** The default of CloudFormation is CONFIG_MAP (API reference of EKS, CreateAccessConfigRequest). */
function isConfigMapMode({ properties }: TemplateResource): boolean {
  return (stringAt(properties, 'AccessConfig', 'AuthenticationMode') ?? 'CONFIG_MAP') === 'CONFIG_MAP';
}
