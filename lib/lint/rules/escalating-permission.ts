import { itemsAt } from '../../manifests/values';
import { stringsIn } from '../field-checks';
import type { Rule } from '../rule';

export const escalatingPermission: Rule = {
  id: 'escalating-permission',
  severity: 'warning',
  set: 'security',
  description: 'Role allows privilege escalation',
  fix: 'Remove the permission, or limit it by resourceNames or to one namespace',
  citation: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
  *check({ ofKind }) {
    for (const object of ofKind('Role', 'ClusterRole')) {
      for (const { value, path } of itemsAt(object.raw, 'rules')) {
        const [groups, resources, verbs] = ['apiGroups', 'resources', 'verbs'].map((field) => stringsIn(value, field));
        if (stringsIn(value, 'resourceNames').length > 0) continue;
        for (const risk of RISKS) {
          const resource = risk.resources.find((name) => resources?.includes(name));
          const verb = risk.verbs.find((name) => verbs?.includes(name));
          if (resource === undefined || verb === undefined || !(groups?.includes(risk.group) || groups?.includes('*'))) continue;
          yield { object, path, received: `${verb} of ${resource}`, expected: `no such permission: ${risk.effect}` };
        }
      }
    }
  },
};

interface Risk {
  readonly group: string;
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly effect: string;
}

const READ = ['get', 'list', 'watch'];
const CHANGE = ['create', 'update', 'patch'];
const RBAC = 'rbac.authorization.k8s.io';

/** Permissions that lead to more. Wildcards are left to the rule wildcard-permission. Source: Kubernetes documentation, RBAC good practices. */
const RISKS: readonly Risk[] = [
  { group: '', resources: ['secrets'], verbs: READ, effect: 'it reveals the secrets of all pods' },
  { group: '', resources: ['pods/exec', 'pods/attach'], verbs: ['create', 'get'], effect: 'it runs programs in every pod' },
  { group: '', resources: ['pods'], verbs: ['create'], effect: 'a new pod has any Secret and ServiceAccount of its namespace' },
  { group: '', resources: ['persistentvolumes'], verbs: ['create'], effect: 'a volume of the type hostPath reads the files of a node' },
  { group: '', resources: ['nodes/proxy'], verbs: ['get', 'create'], effect: 'it runs programs in every pod of a node' },
  { group: '', resources: ['serviceaccounts/token'], verbs: ['create'], effect: 'it issues tokens of other ServiceAccounts' },
  { group: '', resources: ['users', 'groups', 'serviceaccounts'], verbs: ['impersonate'], effect: 'it acts as another account' },
  { group: RBAC, resources: ['roles', 'clusterroles'], verbs: ['escalate', 'bind'], effect: 'it grants permissions that it does not have' },
  {
    group: 'certificates.k8s.io',
    resources: ['certificatesigningrequests/approval'],
    verbs: ['update', 'patch'],
    effect: 'it issues certificates of other users',
  },
  {
    group: 'admissionregistration.k8s.io',
    resources: ['validatingwebhookconfigurations', 'mutatingwebhookconfigurations'],
    verbs: CHANGE,
    effect: 'a webhook reads and changes all objects',
  },
];
